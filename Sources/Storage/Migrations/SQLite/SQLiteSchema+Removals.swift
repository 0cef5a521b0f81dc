extension SQLiteSchema {
    /// When somebody was removed from the staff, and whose a session is.
    static let removals: StaticString = """
        ALTER TABLE staff ADD COLUMN removed_at INTEGER;
        CREATE INDEX sessions_staff ON sessions (staff_id);
        """
}
