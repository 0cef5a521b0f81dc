extension SQLiteSchema {
    /// An agency's statement about a version.
    static let revisions: StaticString = """
        ALTER TABLE versions ADD COLUMN revision_mark TEXT;
        ALTER TABLE versions ADD COLUMN revision_note TEXT;
        """
}
