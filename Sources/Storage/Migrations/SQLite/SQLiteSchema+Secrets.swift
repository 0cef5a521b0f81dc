extension SQLiteSchema {
    /// The fingerprint of the secret that belongs to this database.
    static let secrets: StaticString = """
        CREATE TABLE secrets (fingerprint TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        """
}
