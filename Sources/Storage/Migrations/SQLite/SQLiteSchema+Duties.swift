extension SQLiteSchema {
    /// What is done by one program for all of them now and then, and when it was done last.
    static let duties: StaticString = """
        CREATE TABLE duties (name TEXT PRIMARY KEY, done_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """
}
