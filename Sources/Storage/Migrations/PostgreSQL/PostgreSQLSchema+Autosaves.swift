extension PostgreSQLSchema {
    static let autosaves: StaticString = """
        CREATE TABLE autosaves (
            draft_id BIGINT NOT NULL REFERENCES drafts (id),
            staff_id BIGINT NOT NULL REFERENCES staff (id),
            content TEXT COLLATE "C" NOT NULL,
            revision BIGINT NOT NULL,
            saved_at BIGINT NOT NULL,
            PRIMARY KEY (draft_id, staff_id)
        );
        """
}
