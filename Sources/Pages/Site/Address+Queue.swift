package import Markup
package import Newsroom

/// The moderation queue, and working on it.
extension Address {
    package static let queue = SafeURL(path: ["desk", "queue"])
    static let deskComments = SafeURL(path: ["desk", "comments"])
    package static let nextCase = SafeURL(path: ["desk", "queue", "next"])
    package static let leaveQueue = SafeURL(path: ["desk", "queue", "leave"])
    package static let savedViews = SafeURL(path: ["desk", "queue", "views"])
    package static let deleteView = SafeURL(path: ["desk", "queue", "views", "delete"])

    /// Opens the case of an unread comment.
    package static func unread(_ id: Comment.ID) -> SafeURL {
        SafeURL(path: ["desk", "queue", "unread", id.description])
    }

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
        deskCase(id, back: .queue(filter), done: done)
    }

    /// The page of a case, for somebody who came from there.
    package static func deskCase(_ id: Case.ID, back way: WayBack, done: String? = nil) -> SafeURL {
        SafeURL(
            path: ["desk", "cases", id.description],
            query: way.fields.map { ($0.name, $0.value) } + (done.map { [("done", $0)] } ?? []))
    }

    /// Leads from a comment to its case, or opens one.
    package static func caseOfComment(_ comment: Comment.ID, back way: WayBack = .desk) -> SafeURL {
        SafeURL(
            path: ["desk", "comments", comment.description, "case"], query: way.fields.map { ($0.name, $0.value) })
    }

    /// A comment on the page where a moderator read it. `done` names the decision.
    package static func place(
        _ place: StoryPlace, of comment: Comment.ID, on story: StoryReference, done: String? = nil
    ) -> SafeURL {
        var path = ["stories", story.id.description, story.slug.text]
        var query: [(String, String)] = []
        switch place.page {
        case .story(.oldest): break
        case .story(let order): query.append(("order", order.rawValue))
        case .comment(let shown): path += ["comments", shown.description]
        }
        if let key = place.after { query.append(("after", key.description)) }
        if let done { query.append(("done", done)) }
        return SafeURL(path: path, query: query, fragment: "comment-\(comment)")
    }

    /// An act on a case: `hold`, `escalate`, `claim` or `reply`.
    /// The page of a case that is open again, for somebody who came from elsewhere.
    package static func reopened(_ id: Case.ID) -> SafeURL {
        SafeURL(path: ["desk", "cases", id.description], query: [("done", "undone")])
    }

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

    package static func discard(_ id: BulkRuling.ID) -> SafeURL {
        SafeURL(path: ["desk", "bulk", id.description, "discard"])
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
