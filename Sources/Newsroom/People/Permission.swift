/// Something that an actor may do. Each row of the route table and each writing operation names one.
package enum Permission: String, Sendable, CaseIterable {
    case read, comment, report
    /// See and change one's own account.
    case account
    /// Write stories.
    case write
    /// Decide what the newspaper publishes, and whether a story takes comments.
    case publish
    /// Make rulings on comments and see the desk.
    case moderate
    /// Make decisions for the whole newspaper.
    case administer
}

extension Role {
    package var permissions: Set<Permission> { Self.permissions[self] ?? [] }

    /// Made once, because every request asks for permissions.
    private static let permissions = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.table) })

    /// The only table of what each role may do.
    private var table: Set<Permission> {
        switch self {
        case .visitor: [.read, .comment, .report]
        case .reader: [.read, .comment, .report, .account]
        case .reporter: [.read, .comment, .report, .account, .write]
        case .moderator: [.read, .comment, .report, .account, .moderate]
        case .editor: [.read, .comment, .report, .account, .write, .publish, .moderate]
        case .admin: Set(Permission.allCases)
        }
    }
}
