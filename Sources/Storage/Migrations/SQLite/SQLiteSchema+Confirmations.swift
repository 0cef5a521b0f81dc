extension SQLiteSchema {
    /// Finds the decisions that wait for a second person.
    static let confirmations: StaticString = """
        CREATE INDEX bulk_rulings_waiting ON bulk_rulings (id) WHERE confirmed_at IS NULL AND undone_at IS NULL;
        """
}
