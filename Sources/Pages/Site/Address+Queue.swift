package import Markup
package import Newsroom

/// The moderation queue, and working on it.
extension Address {
    package static let queue = SafeURL(path: ["desk", "queue"])
    package static let nextCase = SafeURL(path: ["desk", "queue", "next"])

    /// A page of the queue. `done` names the last decision.
    package static func queue(_ filter: QueueFilter, after key: PageKey? = nil, done: String? = nil) -> SafeURL {
        let more = [("after", key?.description), ("done", done)]
        return SafeURL(
            path: ["desk", "queue"],
            query: filter.fields.map { ($0.name, $0.value) }
                + more.compactMap { name, value in value.map { (name, $0) } })
    }

    /// The page of a case, for somebody who works on this part of the queue. `done` names the decision before it.
    package static func deskCase(_ id: Case.ID, in filter: QueueFilter, done: String? = nil) -> SafeURL {
        SafeURL(
            path: ["desk", "cases", id.description],
            query: filter.fields.map { ($0.name, $0.value) } + (done.map { [("done", $0)] } ?? []))
    }

    /// An act on a case: `hold`, `escalate` or `claim`.
    package static func deskCase(_ id: Case.ID, _ action: String) -> SafeURL {
        SafeURL(path: ["desk", "cases", id.description, action])
    }

    /// Takes a decision on many cases, and shows beforehand what it is about.
    package static let bulk = SafeURL(path: ["desk", "bulk"])
    package static let bulkPreview = SafeURL(path: ["desk", "queue", "preview"])

    package static func bulk(_ id: BulkRuling.ID, in filter: QueueFilter) -> SafeURL {
        SafeURL(path: ["desk", "bulk", id.description], query: filter.fields.map { ($0.name, $0.value) })
    }

    package static func confirm(_ id: BulkRuling.ID) -> SafeURL {
        SafeURL(path: ["desk", "bulk", id.description, "confirm"])
    }

    package static func undo(_ id: BulkRuling.ID) -> SafeURL {
        SafeURL(path: ["desk", "bulk", id.description, "undo"])
    }

    package static func undo(_ id: CaseAct.ID) -> SafeURL { SafeURL(path: ["desk", "acts", id.description, "undo"]) }

    /// Takes notes about the comment of a case and about its name.
    package static func caseNotes(_ id: Case.ID) -> SafeURL {
        SafeURL(path: ["desk", "cases", id.description, "notes"])
    }
}
