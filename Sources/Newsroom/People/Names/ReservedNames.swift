package struct ReservedNames: Sendable {
    package init() {}
    package func contains(_ name: AccountName) -> Bool { false }
}
