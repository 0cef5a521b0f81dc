package import Foundation

/// Something that a person is told about. It names neither the reader who reported nor the moderator who decided.
package struct Notification: Sendable, Hashable {
    package typealias ID = Identifier<Notification>

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Somebody replied to a comment of the person.
        case reply
        /// The desk or a member of staff replied to a comment of the person.
        case staffReply = "staff-reply"
        /// A ruling removed a comment of the person.
        case ruling
        /// The desk published a comment of the person that it had held.
        case release
        /// The desk decided on a comment that the person reported, or on a correction that the person suggested.
        case report
        /// A story that the person follows, or has commented on, is corrected.
        case correction
        /// A story that the person follows has a new version, or new comments.
        case update, comments
        /// There is a new story in a topic that the person follows.
        case topic
        /// For staff: more cases wait than `moderation.queueThreshold`, or jobs have failed.
        case queue, jobs

        /// The kinds that may concern a person in this role.
        package static func kinds(of actor: Actor) -> [Kind] {
            allCases.filter { kind in
                switch kind {
                case .queue: actor.may(.moderate)
                case .jobs: actor.may(.administer)
                default: true
                }
            }
        }
    }

    /// What the desk decided on a comment. It does not say which moderator did.
    package struct Decision: Sendable, Hashable {
        package let outcome: Ruling.Outcome
        /// The code of the rule that the comment broke.
        package let clause: String?
        /// The note to the commenter.
        package let sentence: String?

        package init(outcome: Ruling.Outcome, clause: String?, sentence: String?) {
            self.outcome = outcome
            self.clause = clause
            self.sentence = sentence
        }
    }

    /// What the desk decided on a suggested correction, and its answer to the person.
    package struct SuggestionOutcome: Sendable, Hashable {
        package let act: Suggestion.Act
        package let answer: String?

        package init(act: Suggestion.Act, answer: String?) {
            self.act = act
            self.answer = answer
        }
    }

    package let id: ID
    package let kind: Kind
    package let at: Date
    package let isRead: Bool
    /// `nil` for a notification about the whole desk.
    package let story: StoryReference?
    /// The reply, or the comment that the decision is about.
    package let comment: Comment.ID?
    /// The name of the person who replied.
    package let name: String?
    /// The reply, or the person's own comment that the decision is about; empty if it was erased.
    package let text: String?
    package let decision: Decision?
    package var suggestion: SuggestionOutcome?

    package init(
        id: ID, kind: Kind, at: Date, isRead: Bool, story: StoryReference?, comment: Comment.ID?,
        name: String?, text: String?, decision: Decision?
    ) {
        self.id = id
        self.kind = kind
        self.at = at
        self.isRead = isRead
        self.story = story
        self.comment = comment
        self.name = name
        self.text = text
        self.decision = decision
    }

    /// The largest number of unread notifications that is counted for one person.
    package static let mostCounted = 100

    /// The number of unread notifications in the form that pages show: `7`, or `100+`.
    package static func shown(unread: Int) -> String { unread < mostCounted ? "\(unread)" : "\(mostCounted)+" }
    /// For how long further notifications of a kind are collected after a mail, in seconds.
    package static let collectedFor: TimeInterval = 600
    /// How long the first notification waits for others of its kind before a mail leaves, in seconds.
    package static let firstWait: TimeInterval = 20
}
