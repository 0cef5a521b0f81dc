extension PostgreSQLSchema {
    static let openings: StaticString = """
        CREATE INDEX discussion_decisions_opened ON discussion_decisions (at) \
        WHERE kind = 'open' AND story_id IS NOT NULL;
        """
}
