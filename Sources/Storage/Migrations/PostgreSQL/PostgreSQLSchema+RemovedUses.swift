extension PostgreSQLSchema {
    /// The stories that showed a picture when it was removed.
    static let removedUses: StaticString = """
        CREATE TABLE removed_uses (
            picture_id BIGINT NOT NULL REFERENCES pictures (id),
            story_id BIGINT NOT NULL REFERENCES stories (id),
            caption TEXT COLLATE "C",
            PRIMARY KEY (picture_id, story_id)
        );
        """
}
