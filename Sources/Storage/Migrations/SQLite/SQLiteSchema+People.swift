extension SQLiteSchema {
    /// Staff, sessions, and the counts for limits.
    static let people: StaticString = """
        CREATE TABLE staff (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            email TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            role TEXT NOT NULL,
            password_hash TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE sessions (
            token_hash TEXT PRIMARY KEY,
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            created_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX sessions_expiry ON sessions (expires_at);

        CREATE TABLE admissions (
            kind TEXT NOT NULL,
            source TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX admissions_source ON admissions (kind, source, at);
        CREATE INDEX admissions_age ON admissions (at);
        """
}
