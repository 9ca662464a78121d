/// The room for JobLists, still empty.
