package import Foundation

/// When a discussion takes comments: by age, by an editor's decision on the story, by one on the whole house.
package struct ClosingRule: Sendable, Hashable {
    /// Days after publication, or after an editor opened the discussion again; `nil` leaves discussions open.
    package let days: Int?

    package init(days: Int?) { self.days = days }

    /// The state of one discussion. The house's closing is stronger than the story's, an editor's decision stronger than age.
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

/// An editor's word on a discussion, kept as a record: who, when, why.
package struct DiscussionDecision: Sendable, Hashable {
    package enum Kind: String, Sendable { case open, close }

    /// The reason, in the words of the staff, that readers see.
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
