extension PostgreSQLSchema {
    /// Finds the open cases of a story, and the decisions that wait for a second person.
    static let queueIndexes: StaticString = """
        CREATE INDEX cases_of_story ON cases (story_id, due_at, id) WHERE ruling_id IS NULL;
        CREATE INDEX bulk_rulings_waiting ON bulk_rulings (id) WHERE confirmed_at IS NULL AND undone_at IS NULL;
        """
}
