extension PostgreSQLSchema {
    /// When authors asked for the removal of their comments, and cases that ended because the author removed the
    /// comment. The indexes of the queue leave these out.
    static let ownRemovals: StaticString = """
        ALTER TABLE cases ADD COLUMN asked_at BIGINT;
        ALTER TABLE cases ADD COLUMN closed_at BIGINT;
        DROP INDEX cases_queue;
        CREATE INDEX cases_queue ON cases (due_at, id, is_held, report_count, escalated_at, claimed_until, story_id)
            WHERE ruling_id IS NULL AND closed_at IS NULL;
        DROP INDEX cases_of_story;
        CREATE INDEX cases_of_story ON cases (story_id, due_at, id) WHERE ruling_id IS NULL AND closed_at IS NULL;
        CREATE INDEX cases_asked ON cases (comment_id, id) WHERE asked_at IS NOT NULL;
        """
}
