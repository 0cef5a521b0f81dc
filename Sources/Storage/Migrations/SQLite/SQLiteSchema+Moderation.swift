extension SQLiteSchema {
    /// Reports, cases, rulings and the log.
    static let moderation: StaticString = """
        CREATE TABLE cases (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            opened_at INTEGER NOT NULL,
            report_count INTEGER NOT NULL DEFAULT 0,
            ruling_id INTEGER REFERENCES rulings (id)
        ) STRICT;
        CREATE UNIQUE INDEX cases_open ON cases (comment_id) WHERE ruling_id IS NULL;
        CREATE INDEX cases_queue ON cases (report_count DESC, opened_at, id) WHERE ruling_id IS NULL;

        CREATE TABLE reports (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            case_id INTEGER NOT NULL REFERENCES cases (id),
            clause TEXT NOT NULL,
            text TEXT,
            email TEXT,
            source TEXT NOT NULL,
            receipt_hash TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL,
            UNIQUE (comment_id, source)
        ) STRICT;
        CREATE INDEX reports_case ON reports (case_id, id);

        CREATE TABLE rulings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            case_id INTEGER NOT NULL REFERENCES cases (id),
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            outcome TEXT NOT NULL CHECK (outcome IN ('uphold', 'dismiss', 'approve')),
            clause TEXT,
            sentence TEXT,
            created_at INTEGER NOT NULL,
            state_before TEXT NOT NULL,
            clause_before TEXT,
            undone_at INTEGER,
            undone_by INTEGER REFERENCES staff (id)
        ) STRICT;
        CREATE INDEX rulings_comment ON rulings (comment_id, id);

        CREATE TABLE log_entries (
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            detail TEXT NOT NULL,
            previous_hash TEXT NOT NULL,
            hash TEXT NOT NULL
        ) STRICT;
        CREATE TRIGGER log_entries_stay BEFORE UPDATE ON log_entries
        BEGIN SELECT RAISE(ABORT, 'the log is never changed'); END;
        CREATE TRIGGER log_entries_remain BEFORE DELETE ON log_entries
        BEGIN SELECT RAISE(ABORT, 'the log is never shortened'); END;
        """
}
