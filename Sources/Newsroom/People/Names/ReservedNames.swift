/// Names that no reader may have, because others would take the reader for somebody of the newspaper.
package struct ReservedNames: Sendable, Hashable {
    /// Reserved unless the site has a list of its own.
    package static let standard = [
        "admin", "administrator", "administration", "moderator", "moderators", "moderation", "mod", "editor", "editors",
        "the editors", "editor in chief", "editorial", "editorial team", "staff", "team", "support", "help", "helpdesk",
        "desk", "the desk", "newsroom", "broadsheet", "webmaster", "postmaster", "root", "system", "official",
        "security", "author", "the author", "verified", "news desk", "chief editor", "the editor", "the moderator",
        "the moderators", "the newsroom", "the staff", "the team", "redaktion", "die redaktion", "redakteur",
        "redakteurin", "chefredaktion",
        "anonymous", "guest", "nobody", "unknown", "deleted", "deleted account", "removed", "null", "undefined",
    ]

    /// With one of these words before or after it, the newspaper's name is reserved too.
    private static let roles = [
        "admin", "administrator", "moderator", "moderators", "moderation", "editor", "editors", "editorial", "staff",
        "team", "support", "help", "desk", "newsroom", "official", "reporter", "news", "redaktion",
    ]

    private let keys: Set<String>

    /// `desk` is the name under which the desk replies, `listed` are the names in the settings, and `staff` those of
    /// the members of staff.
    package init(newspaper: String = "", desk: String = "", listed: [String] = [], staff: [String] = []) {
        let names = newspaper.isEmpty ? [] : [newspaper, Self.withoutArticle(newspaper), "The \(newspaper)"]
        let ofRoles = names.flatMap { name in Self.roles.flatMap { ["\(name) \($0)", "\($0) \(name)"] } }
        keys = Self.keys(of: names + ofRoles + [desk] + listed + staff)
    }

    /// Whether the name is reserved, or readers confuse it with a reserved one.
    package func contains(_ name: AccountName) -> Bool { keys.contains(name.key) }

    /// Refuses with `invalid` if the name is reserved.
    package func require(_ name: AccountName) throws(Refusal) {
        guard !contains(name) else { throw AccountName.refusal(.reserved) }
    }

    /// Refuses with `invalid` the name of a guest, by its key, if it is reserved. Guests may sign with a word
    /// that stands for no name.
    package func require(nameOfGuest key: String) throws(Refusal) {
        guard !keys.contains(key) || Self.withoutName.contains(key) else { throw AccountName.refusal(.reserved) }
    }

    private static let withoutName = keys(of: ["anonymous", "guest", "nobody", "unknown"])

    private static func keys(of names: [String]) -> Set<String> {
        Set(names.map(\.lookalikeKey).filter { !$0.isEmpty })
    }

    private static func withoutArticle(_ name: String) -> String {
        name.lowercased().hasPrefix("the ") ? String(name.dropFirst(4)) : name
    }
}
