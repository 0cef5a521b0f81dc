extension SQLiteSchema {
    /// Topics are identified by name, in the form of `foldedName`. Older releases leave the key empty.
    static let topicNames: StaticString = """
        ALTER TABLE topics ADD COLUMN name_key TEXT;
        CREATE INDEX topics_name ON topics (name_key, id);
        """
}
