extension PostgreSQLSchema {
    static let record: StaticString = """
        ALTER TABLE changes DROP CONSTRAINT changes_story_id_fkey, DROP CONSTRAINT changes_comment_id_fkey;
        """
}
