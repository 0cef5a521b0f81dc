extension SQLiteSchema {
    /// Lets each person behind a shared address have a separate report.
    static let reporters: StaticString = """
        CREATE TABLE reports_of_people (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            comment_id INTEGER NOT NULL REFERENCES comments (id),
            case_id INTEGER NOT NULL REFERENCES cases (id),
            clause TEXT NOT NULL,
            text TEXT,
            email TEXT,
            source TEXT NOT NULL,
            receipt_hash TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO reports_of_people
            SELECT id, comment_id, case_id, clause, text, email, source, receipt_hash, created_at FROM reports;
        DROP TABLE reports;
        ALTER TABLE reports_of_people RENAME TO reports;
        CREATE INDEX reports_case ON reports (case_id, id);
        CREATE INDEX reports_source ON reports (comment_id, source);
        """
}
