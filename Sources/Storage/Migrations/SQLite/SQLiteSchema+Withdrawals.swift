extension SQLiteSchema {
    /// Whose decision a withdrawal was, and the withdrawals that editors have reversed. Reasons come from editors alone,
    /// and so do withdrawals of stories that were written here. A draft may have been a story before. Items from agencies may wait for an editor's word.
    static let withdrawals: StaticString = """
        ALTER TABLE withdrawals ADD COLUMN origin TEXT NOT NULL DEFAULT 'agency';
        UPDATE withdrawals SET origin = 'desk'
            WHERE reason IS NOT NULL OR story_id IN (SELECT id FROM stories WHERE guid IS NULL);
        CREATE TABLE reversed_withdrawals (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            story_id INTEGER NOT NULL REFERENCES stories (id),
            origin TEXT NOT NULL,
            withdrawn_at INTEGER NOT NULL,
            reason TEXT,
            reversed_at INTEGER NOT NULL,
            reversed_by INTEGER NOT NULL REFERENCES people (id)
        ) STRICT;
        CREATE INDEX reversed_withdrawals_story ON reversed_withdrawals (story_id, id);
        ALTER TABLE drafts ADD COLUMN unpublished_id INTEGER REFERENCES stories (id);
        CREATE INDEX drafts_unpublished ON drafts (unpublished_id) WHERE unpublished_id IS NOT NULL;
        ALTER TABLE held_items ADD COLUMN waiting_since INTEGER;
        CREATE INDEX held_items_waiting ON held_items (waiting_since, id) WHERE waiting_since IS NOT NULL;
        """
}
