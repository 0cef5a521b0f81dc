extension SQLiteSchema {
    /// Stories that are being written, and each of their saved versions. `content` is the JSON of `DraftContent`.
    static let drafts: StaticString = """
        CREATE TABLE drafts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            story_id INTEGER UNIQUE REFERENCES stories (id),
            state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'scheduled', 'published')),
            author_id INTEGER NOT NULL REFERENCES staff (id),
            headline TEXT NOT NULL,
            content TEXT NOT NULL,
            revision INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            updated_by INTEGER NOT NULL REFERENCES staff (id),
            appears_at INTEGER,
            lease INTEGER NOT NULL DEFAULT 0,
            leased_to INTEGER REFERENCES staff (id),
            leased_since INTEGER,
            lease_used_at INTEGER
        ) STRICT;
        CREATE INDEX drafts_state ON drafts (state, updated_at, id);
        CREATE INDEX drafts_author ON drafts (author_id, state, updated_at, id);

        CREATE TABLE saved_drafts (
            draft_id INTEGER NOT NULL REFERENCES drafts (id),
            revision INTEGER NOT NULL,
            content TEXT NOT NULL,
            note TEXT,
            saved_at INTEGER NOT NULL,
            saved_by INTEGER NOT NULL REFERENCES staff (id),
            PRIMARY KEY (draft_id, revision)
        ) STRICT, WITHOUT ROWID;

        ALTER TABLE versions ADD COLUMN is_minor INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE credits ADD COLUMN staff_id INTEGER REFERENCES staff (id);
        """
}
