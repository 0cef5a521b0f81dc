extension PostgreSQLSchema {
    static let topicNames: StaticString = """
        ALTER TABLE topics ADD COLUMN name_key TEXT COLLATE "C";
        CREATE INDEX topics_name ON topics (name_key, id);
        """
}
