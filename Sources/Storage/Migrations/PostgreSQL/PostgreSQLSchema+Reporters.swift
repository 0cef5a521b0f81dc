extension PostgreSQLSchema {
    static let reporters: StaticString = """
        ALTER TABLE reports DROP CONSTRAINT reports_comment_id_source_key;
        CREATE INDEX reports_source ON reports (comment_id, source);
        """
}
