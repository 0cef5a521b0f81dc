extension SQLiteSchema {
    /// Discussions that an editor opened, by when: from then on their age counts.
    static let openings: StaticString = """
        CREATE INDEX discussion_decisions_opened ON discussion_decisions (at) WHERE kind = 'open' AND story_id IS NOT NULL;
        """
}
