/// The room for Reports, still empty.
