extension SQLiteSchema {
    /// When each background job was last done. One process does it for all.
    static let duties: StaticString = """
        CREATE TABLE duties (name TEXT PRIMARY KEY, done_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """
}
