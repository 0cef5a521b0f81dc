extension SQLiteSchema {
    /// When a member of staff was removed, and an index of sessions by member.
    static let removals: StaticString = """
        ALTER TABLE staff ADD COLUMN removed_at INTEGER;
        CREATE INDEX sessions_staff ON sessions (staff_id);
        """
}
