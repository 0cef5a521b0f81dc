extension SQLiteSchema {
    /// Mails until they are sent, and the addresses for which the relay takes none.
    static let mails: StaticString = """
        CREATE TABLE mails (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            recipient TEXT NOT NULL,
            kind TEXT NOT NULL,
            language TEXT NOT NULL,
            content TEXT NOT NULL,
            identifier TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER
        ) STRICT;
        CREATE INDEX mails_recipient ON mails (recipient);

        CREATE TABLE mail_refusals (
            address TEXT PRIMARY KEY,
            code INTEGER NOT NULL,
            reason TEXT NOT NULL,
            refused_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
