extension PostgreSQLSchema {
    static let removals: StaticString = """
        ALTER TABLE staff ADD COLUMN removed_at BIGINT;
        CREATE INDEX sessions_staff ON sessions (staff_id);
        """
}
