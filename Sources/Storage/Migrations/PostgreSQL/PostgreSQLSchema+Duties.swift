extension PostgreSQLSchema {
    static let duties: StaticString = """
        CREATE TABLE duties (name TEXT COLLATE "C" PRIMARY KEY, done_at BIGINT NOT NULL);
        """
}
