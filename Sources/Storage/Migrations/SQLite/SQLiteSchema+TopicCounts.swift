extension SQLiteSchema {
    /// How many stories readers find under each topic, for the navigation.
    static let topicCounts: StaticString = """
        ALTER TABLE topics ADD COLUMN story_count INTEGER NOT NULL DEFAULT 0;
        UPDATE topics SET story_count =
            (SELECT COUNT(*) FROM story_topics WHERE topic_id = topics.id AND is_withdrawn = 0);
        CREATE INDEX topics_used ON topics (story_count DESC, id);
        """
}
