extension SQLiteSchema {
    /// Work that may wait, until it is done. `claim` counts the claims of processes; `due_at` is the end of the
    /// lease while `is_claimed` is 1.
    static let jobs: StaticString = """
        CREATE TABLE jobs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            enqueued_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            given_up_at INTEGER NOT NULL,
            is_claimed INTEGER NOT NULL DEFAULT 0,
            claim INTEGER NOT NULL DEFAULT 0,
            attempts INTEGER NOT NULL DEFAULT 0,
            failure TEXT,
            failed_at INTEGER
        ) STRICT;
        CREATE INDEX jobs_due ON jobs (due_at, id) WHERE failed_at IS NULL;
        CREATE INDEX jobs_failed ON jobs (failed_at, id) WHERE failed_at IS NOT NULL;
        """
}
