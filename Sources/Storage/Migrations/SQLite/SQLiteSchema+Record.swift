extension SQLiteSchema {
    /// A change is recorded in the transaction that makes it: what it refers to is there, and was looked up for each comment.
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
