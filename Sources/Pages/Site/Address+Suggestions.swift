package import Markup
package import Newsroom

/// Suggested corrections: the form of a story, the receipts, and the desk's pages.
extension Address {
    /// The form. With a version, it says which one the reader read.
    package static func suggest(_ story: StoryReference, reading version: Int? = nil) -> SafeURL {
        SafeURL(path: below(story) + ["suggest"], query: version.map { [("version", String($0))] } ?? [])
    }

    package static func suggestionReceipt(_ token: String) -> SafeURL { SafeURL(path: ["suggestions", token]) }

    package static func suggestions(isDecided: Bool = false, after key: PageKey? = nil) -> SafeURL {
        let state = isDecided ? [("state", "decided")] : []
        return SafeURL(path: ["desk", "corrections"], query: state + (key.map { [("after", $0.description)] } ?? []))
    }

    /// The list, which says that a suggestion was decided or reopened.
    package static func suggestions(done id: Suggestion.ID) -> SafeURL {
        SafeURL(path: ["desk", "corrections"], query: [("done", id.description)])
    }

    package static func suggestion(_ id: Suggestion.ID) -> SafeURL {
        SafeURL(path: ["desk", "corrections", id.description])
    }

    /// The draft in which an accepted suggestion is corrected. The page says where the words of the reader stand.
    package static func draft(after accepted: AcceptedSuggestion) -> SafeURL {
        SafeURL(path: ["desk", "drafts", accepted.draft.description], query: [("accepted", accepted.place.rawValue)])
    }

    package static func reopenSuggestion(_ id: Suggestion.ID) -> SafeURL {
        SafeURL(path: ["desk", "corrections", id.description, "reopen"])
    }
}
