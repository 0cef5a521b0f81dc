/// Something that people may do. Each row of the route table names one, and so does each operation that writes.
package enum Permission: String, Sendable, CaseIterable {
    case read, comment, report
    /// Write stories.
    case write
    /// Decide what stands in the newspaper, and whether a story takes comments.
    case publish
    /// Rule on comments and see the desk.
    case moderate
    /// Decide for the whole newspaper.
    case administer
}

extension Role {
    /// The one table of what each role may do.
    package var permissions: Set<Permission> {
        switch self {
        case .visitor, .reader: [.read, .comment, .report]
        case .reporter: [.read, .comment, .report, .write]
        case .moderator: [.read, .comment, .report, .moderate]
        case .editor: [.read, .comment, .report, .write, .publish, .moderate]
        case .admin: Set(Permission.allCases)
        }
    }
}
