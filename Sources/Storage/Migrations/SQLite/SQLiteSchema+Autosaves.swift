extension SQLiteSchema {
    /// Texts that people have typed and not saved. `content` is the JSON of `TypedDraft`.
    static let autosaves: StaticString = """
        CREATE TABLE autosaves (
            draft_id INTEGER NOT NULL REFERENCES drafts (id),
            staff_id INTEGER NOT NULL REFERENCES staff (id),
            content TEXT NOT NULL,
            revision INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            PRIMARY KEY (draft_id, staff_id)
        ) STRICT, WITHOUT ROWID;
        """
}
