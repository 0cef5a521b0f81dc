package import Foundation

/// Decides whether a discussion is open, by its age and by decisions on the story and on the whole newspaper.
package struct ClosingRule: Sendable, Hashable {
    /// How many days a discussion stays open after publication or after an editor opened it; `nil` means
    /// forever.
    package let days: Int?

    package init(days: Int?) { self.days = days }

    /// The state of one discussion. Closing all discussions overrides everything else. An editor who closes
    /// this discussion overrides its age, and an editor who opens it restarts its age.
    package func state(
        publishedAt: Date, story: DiscussionDecision?, house: DiscussionDecision?, now: Date
    ) -> DiscussionState {
        if let house, house.kind == .close { return .closed(.byHouse, since: house.at) }
        if let story, story.kind == .close { return .closed(.byEditor, since: story.at) }
        guard let days else { return .open(until: nil) }
        let start = max(publishedAt, story?.at ?? publishedAt)
        let end = start.addingTimeInterval(Double(days) * 86_400)
        return now < end ? .open(until: end) : .closed(.byAge, since: end)
    }
}

/// An editor's decision to open or close a discussion, with its time, the editor's name and the reason.
package struct DiscussionDecision: Sendable, Hashable {
    package enum Kind: String, Sendable { case open, close }

    /// The rule for the reason. Staff write it, and readers see it.
    package static let reasonRule = TextRule(.decisionReason, field: "reason", maximum: 500)

    package let kind: Kind
    package let at: Date
    package let staffName: String
    package let reason: String?

    package init(kind: Kind, at: Date, staffName: String, reason: String?) {
        self.kind = kind
        self.at = at
        self.staffName = staffName
        self.reason = reason
    }
}

package enum DiscussionState: Sendable, Hashable {
    package enum Cause: Sendable, Hashable { case byAge, byEditor, byHouse }

    case open(until: Date?)
    case closed(Cause, since: Date)

    package var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}
