extension PostgreSQLSchema {
    static let invitations: StaticString = """
        CREATE TABLE invitations (
            token_hash TEXT COLLATE "C" PRIMARY KEY,
            expires_at BIGINT NOT NULL
        );
        """
}
