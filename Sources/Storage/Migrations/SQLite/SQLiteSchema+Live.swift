extension SQLiteSchema {
    /// The live coverage of stories and its entries. Removed entries stay. `token` comes from the form, so that an entry
    /// that is sent twice is stored once.
    static let live: StaticString = """
        ALTER TABLE stories ADD COLUMN live_since INTEGER;
        ALTER TABLE stories ADD COLUMN live_until INTEGER;
        ALTER TABLE stories ADD COLUMN live_order TEXT;
        ALTER TABLE changes ADD COLUMN entry_id INTEGER;
        CREATE TABLE live_entries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            story_id INTEGER NOT NULL REFERENCES stories (id),
            created_at INTEGER NOT NULL,
            author_id INTEGER NOT NULL REFERENCES people (id),
            author_name TEXT NOT NULL,
            headline TEXT,
            text TEXT NOT NULL,
            is_key_point INTEGER NOT NULL DEFAULT 0,
            edited_at INTEGER,
            edited_by INTEGER REFERENCES people (id),
            revision INTEGER NOT NULL DEFAULT 0,
            removed_at INTEGER,
            removed_by INTEGER REFERENCES people (id),
            token TEXT NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX live_entries_token ON live_entries (story_id, token);
        CREATE INDEX live_entries_shown ON live_entries (story_id, id) WHERE removed_at IS NULL;
        CREATE INDEX live_entries_key_points ON live_entries (story_id, id)
            WHERE is_key_point = 1 AND removed_at IS NULL;
        """
}
