extension PostgreSQLSchema {
    static let secrets: StaticString = """
        CREATE TABLE secrets (fingerprint TEXT COLLATE "C" PRIMARY KEY);
        """
}
