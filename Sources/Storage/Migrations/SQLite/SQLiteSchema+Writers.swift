extension SQLiteSchema {
    /// Indexes the comments of a browser by story first. The entries of one story are then adjacent, and a
    /// commit that stores comments of many commenters touches few pages.
    static let writers: StaticString = """
        DROP INDEX comments_writer;
        CREATE INDEX comments_writer ON comments (story_id, writer, created_at) WHERE writer IS NOT NULL;
        """
}
