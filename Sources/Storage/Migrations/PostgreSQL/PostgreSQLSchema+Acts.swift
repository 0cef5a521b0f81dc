extension PostgreSQLSchema {
    /// The act that made each version, and its note to readers. Agencies' corrections from before are found by their
    /// marks. `is_minor` stays for processes of the version before.
    static let acts: StaticString = """
        ALTER TABLE versions ADD COLUMN act TEXT COLLATE "C" NOT NULL DEFAULT 'update';
        ALTER TABLE versions ADD COLUMN note TEXT COLLATE "C";
        UPDATE versions SET act = 'publication' WHERE number = 1;
        UPDATE versions SET act = 'typo' WHERE is_minor = 1;
        UPDATE versions SET act = 'correction' WHERE number > 1 AND is_minor = 0 AND (
            LOWER(COALESCE(revision_mark, '')) LIKE '%correct%' OR LOWER(COALESCE(revision_note, '')) LIKE '%correct%');
        CREATE INDEX versions_corrections ON versions (created_at, story_id)
            WHERE act IN ('correction', 'clarification');
        """
}
