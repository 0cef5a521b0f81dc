extension SQLiteSchema {
    /// Single-use addresses at which the first admin is created. Only the hashes of their tokens are stored.
    static let invitations: StaticString = """
        CREATE TABLE invitations (
            token_hash TEXT PRIMARY KEY,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
