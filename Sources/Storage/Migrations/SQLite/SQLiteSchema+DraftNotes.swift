extension SQLiteSchema {
    /// Notes of the staff on drafts. The second index holds only open notes, so that a list of drafts counts them fast.
    static let draftNotes: StaticString = """
        CREATE TABLE draft_notes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            draft_id INTEGER NOT NULL REFERENCES drafts (id),
            author_id INTEGER NOT NULL REFERENCES staff (id),
            created_at INTEGER NOT NULL,
            text TEXT NOT NULL,
            passage TEXT,
            resolved_at INTEGER,
            resolved_by INTEGER REFERENCES staff (id)
        ) STRICT;
        CREATE INDEX draft_notes_draft ON draft_notes (draft_id, id);
        CREATE INDEX draft_notes_open ON draft_notes (draft_id) WHERE resolved_at IS NULL;
        """
}
