extension SQLiteSchema {
    /// The change feed in the order of commits, and the latest change of each story. `changed_at` is unused.
    static let changes: StaticString = """
        CREATE TABLE changes (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            story_id INTEGER REFERENCES stories (id),
            comment_id INTEGER REFERENCES comments (id),
            parent_id INTEGER,
            thread_id INTEGER
        ) STRICT;
        CREATE INDEX changes_story ON changes (story_id, number);

        CREATE INDEX galleries_picture ON galleries (picture_id);

        ALTER TABLE stories ADD COLUMN last_change INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE stories ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0;
        UPDATE stories SET changed_at = updated_at;
        """
}
