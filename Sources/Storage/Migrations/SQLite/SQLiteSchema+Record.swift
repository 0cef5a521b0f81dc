extension SQLiteSchema {
    /// Drops the foreign keys of the changes. Each change is recorded in the transaction that makes it, so
    /// its rows exist, and checking them took a lookup for each comment.
    static let record: StaticString = """
        CREATE TABLE record (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            story_id INTEGER,
            comment_id INTEGER,
            parent_id INTEGER,
            thread_id INTEGER
        ) STRICT;
        INSERT INTO record SELECT number, kind, story_id, comment_id, parent_id, thread_id FROM changes;
        DROP TABLE changes;
        ALTER TABLE record RENAME TO changes;
        CREATE INDEX changes_story ON changes (story_id, number);
        """
}
