extension SQLiteSchema {
    /// An index of editors' decisions to open a discussion, by time. The age of such a discussion counts from
    /// then.
    static let openings: StaticString = """
        CREATE INDEX discussion_decisions_opened ON discussion_decisions (at) \
        WHERE kind = 'open' AND story_id IS NOT NULL;
        """
}
