extension SQLiteSchema {
    /// The stories that showed a picture when it was removed.
    static let removedUses: StaticString = """
        CREATE TABLE removed_uses (
            picture_id INTEGER NOT NULL REFERENCES pictures (id),
            story_id INTEGER NOT NULL REFERENCES stories (id),
            caption TEXT,
            PRIMARY KEY (picture_id, story_id)
        ) STRICT, WITHOUT ROWID;
        """
}
