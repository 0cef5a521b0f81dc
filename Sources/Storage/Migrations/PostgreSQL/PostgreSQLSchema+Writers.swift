extension PostgreSQLSchema {
    static let writers: StaticString = """
        DROP INDEX comments_writer;
        CREATE INDEX comments_writer ON comments (story_id, writer, created_at) WHERE writer IS NOT NULL;
        """
}
