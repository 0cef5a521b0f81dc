package import Markup
package import Newsroom

/// Every address of the site.
package enum Address {
    package static let front = SafeURL(path: [])
    package static let policy = SafeURL(path: ["policy"])
    package static let topics = SafeURL(path: ["topics"])
    package static let signIn = SafeURL(path: ["sign-in"])
    package static let firstAdmin = SafeURL(path: ["first-admin"])
    package static let signOut = SafeURL(path: ["sign-out"])
    package static let signInMail = SafeURL(path: ["sign-in", "mail"])
    package static let signInCode = SafeURL(path: ["sign-in", "code"])
    package static let signInLink = SafeURL(path: ["sign-in", "link"])

    package static func signInLink(token: String) -> SafeURL {
        SafeURL(path: ["sign-in", "link"], query: [("token", token)])
    }

    package static func firstAdmin(token: String) -> SafeURL {
        SafeURL(path: ["first-admin"], query: [("token", token)])
    }

    package static func front(after key: PageKey) -> SafeURL {
        SafeURL(path: [], query: [("after", key.description)])
    }

    package static func topic(_ topic: Topic, after key: PageKey? = nil) -> SafeURL {
        SafeURL(path: ["topics", topic.slug.text], query: key.map { [("after", $0.description)] } ?? [])
    }

    package static func rendition(_ rendition: Rendition) -> SafeURL {
        SafeURL(path: ["pictures", rendition.name])
    }
}

/// A story and the pages below it: `/stories/{n}/{slug}/…`.
extension Address {
    package static func story(
        _ story: StoryReference, order: ThreadOrder = .oldest, after key: PageKey? = nil
    ) -> SafeURL {
        var query: [(String, String)] = []
        if order != .oldest { query.append(("order", order.rawValue)) }
        if let key { query.append(("after", key.description)) }
        return SafeURL(path: below(story), query: query)
    }

    /// A picture at its place in the gallery, counted from 1.
    package static func picture(_ story: StoryReference, _ place: Int) -> SafeURL {
        SafeURL(path: below(story) + ["pictures", String(place)])
    }

    package static func versions(_ story: StoryReference) -> SafeURL {
        SafeURL(path: below(story) + ["versions"])
    }

    /// A version, compared with the version that `since` names or with the previous one.
    package static func version(_ story: StoryReference, _ number: Int, since: Int? = nil) -> SafeURL {
        let named = since == number - 1 ? nil : since
        return SafeURL(
            path: below(story) + ["versions", String(number)], query: named.map { [("since", String($0))] } ?? [])
    }

    /// The address to which comments are posted.
    package static func comments(_ story: StoryReference) -> SafeURL { SafeURL(path: below(story) + ["comments"]) }

    /// The stream of changes to a story and its discussion, beginning after a given change.
    package static func live(_ story: StoryReference, after change: Int64) -> SafeURL {
        SafeURL(path: below(story) + ["live"], query: [("after", String(change))])
    }

    /// A comment's own page. `after` is the start of a further page of replies.
    package static func comment(
        _ story: StoryReference, _ comment: Comment.ID, after key: PageKey? = nil
    ) -> SafeURL {
        SafeURL(
            path: below(story) + ["comments", comment.description],
            query: key.map { [("after", $0.description)] } ?? [])
    }

    static func below(_ story: StoryReference) -> [String] {
        ["stories", story.id.description, story.slug.text]
    }
}

/// The pages on which readers edit, delete and report comments, `/comments/{number}/…`, and the receipts of reports.
extension Address {
    package static let comments = SafeURL(path: ["comments"])

    package static func edit(_ comment: Comment.ID) -> SafeURL {
        SafeURL(path: ["comments", comment.description, "edit"])
    }

    package static func delete(_ comment: Comment.ID) -> SafeURL {
        SafeURL(path: ["comments", comment.description, "delete"])
    }

    package static func report(_ comment: Comment.ID) -> SafeURL {
        SafeURL(path: ["comments", comment.description, "report"])
    }

    package static func receipt(_ token: String) -> SafeURL { SafeURL(path: ["reports", token]) }
}

/// The desk: `/desk/…`.
extension Address {
    package static let desk = SafeURL(path: ["desk"])
    package static let houseDiscussion = SafeURL(path: ["desk", "house", "discussion"])

    /// The log, or only its entries before a number.
    package static func log(before number: Int64? = nil) -> SafeURL {
        SafeURL(path: ["desk", "log"], query: number.map { [("before", String($0))] } ?? [])
    }

    package static let jobs = SafeURL(path: ["desk", "jobs"])

    package static let deskStories = SafeURL(path: ["desk", "stories"])
    package static let newStory = SafeURL(path: ["desk", "stories", "new"])
    package static let newStoryPreview = SafeURL(path: ["desk", "stories", "new", "preview"])

    /// A part of the desk's list, or a later page of it.
    package static func deskStories(
        _ part: DeskPart, _ filter: StoryFilter = StoryFilter(), after key: PageKey? = nil
    ) -> SafeURL {
        let typed = [("text", filter.text), ("author", filter.author), ("topic", filter.topic)]
        return SafeURL(
            path: ["desk", "stories"],
            query: [("state", part.rawValue)] + typed.filter { !$0.1.isEmpty }
                + (key.map { [("after", $0.description)] } ?? []))
    }

    /// A draft, or an action on it.
    package static func draft(_ id: Draft.ID, _ action: String? = nil) -> SafeURL {
        SafeURL(path: ["desk", "drafts", id.description] + (action.map { [$0] } ?? []))
    }

    /// A draft with the text of an earlier revision in its form.
    package static func draft(_ id: Draft.ID, restoring revision: Int64) -> SafeURL {
        SafeURL(path: ["desk", "drafts", id.description], query: [("revision", String(revision))])
    }

    /// The notes on a draft, on its page.
    package static func draftNotes(_ id: Draft.ID) -> SafeURL { draft(id).fragment("notes") }

    package static func draftNote(_ note: DraftNote.ID, of id: Draft.ID) -> SafeURL {
        draft(id).fragment("note-\(note)")
    }

    /// An action on a note.
    package static func draftNote(_ note: DraftNote.ID, of id: Draft.ID, _ action: String) -> SafeURL {
        SafeURL(path: ["desk", "drafts", id.description, "notes", note.description, action])
    }

    package static func draftHistory(_ id: Draft.ID) -> SafeURL { draft(id, "history") }

    /// The desk's form in which a published story is revised.
    package static func revise(_ id: Story.ID) -> SafeURL {
        SafeURL(path: ["desk", "stories", id.description, "revise"])
    }

    /// A story by its number alone, which redirects to its full address.
    package static func storyNumber(_ id: Story.ID) -> SafeURL { SafeURL(path: ["stories", id.description]) }

    package static func retry(_ id: Job.ID) -> SafeURL {
        SafeURL(path: ["desk", "jobs", id.description, "retry"])
    }

    package static func drop(_ id: Job.ID) -> SafeURL { SafeURL(path: ["desk", "jobs", id.description, "drop"]) }

    package static func deskCase(_ id: Case.ID) -> SafeURL { SafeURL(path: ["desk", "cases", id.description]) }

    package static func ruling(_ id: Case.ID) -> SafeURL {
        SafeURL(path: ["desk", "cases", id.description, "ruling"])
    }

    package static func undo(_ id: Ruling.ID) -> SafeURL {
        SafeURL(path: ["desk", "rulings", id.description, "undo"])
    }

    package static func redactions(_ id: Case.ID) -> SafeURL {
        SafeURL(path: ["desk", "cases", id.description, "redactions"])
    }

    package static func undo(_ id: Redaction.ID) -> SafeURL {
        SafeURL(path: ["desk", "redactions", id.description, "undo"])
    }

    package static func deskStory(_ id: Story.ID) -> SafeURL { SafeURL(path: ["desk", "stories", id.description]) }

    package static func discussion(_ id: Story.ID) -> SafeURL {
        SafeURL(path: ["desk", "stories", id.description, "discussion"])
    }
}
