extension SQLiteSchema {
    /// What a browser wrote is found below a story: the entries of a story that many write below stand together, so that a
    /// commit which writers share touches few pages.
    static let writers: StaticString = """
        DROP INDEX comments_writer;
        CREATE INDEX comments_writer ON comments (story_id, writer, created_at) WHERE writer IS NOT NULL;
        """
}
