extension PostgreSQLSchema {
    static let revisions: StaticString = """
        ALTER TABLE versions ADD COLUMN revision_mark TEXT COLLATE "C";
        ALTER TABLE versions ADD COLUMN revision_note TEXT COLLATE "C";
        """
}
