/// The owner of a comment, who may edit and delete it.
package enum Commenter: Sendable, Hashable {
    /// A browser with a signed cookie, by its hash.
    case browser(String)
    case person(Person.ID)

    /// The owner as it is stored with the comment.
    package var key: String {
        switch self {
        case .browser(let hash): hash
        case .person(let id): "person \(id)"
        }
    }
}
