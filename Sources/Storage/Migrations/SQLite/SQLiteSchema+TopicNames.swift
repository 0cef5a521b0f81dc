extension SQLiteSchema {
    /// Topics are known by their names, as `foldedName` has them; programs of before leave the key empty.
    static let topicNames: StaticString = """
        ALTER TABLE topics ADD COLUMN name_key TEXT;
        CREATE INDEX topics_name ON topics (name_key, id);
        """
}
