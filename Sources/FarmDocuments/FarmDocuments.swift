/// The room for FarmDocuments, still empty.
