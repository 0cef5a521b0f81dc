package import Foundation

/// Something that a person is told about. It names neither the reader who reported nor the moderator who decided.
package struct Notification: Sendable, Hashable {
    package typealias ID = Identifier<Notification>

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Somebody replied to a comment of the person.
        case reply
        /// The desk or a member of staff did.
        case staffReply = "staff-reply"
        /// A ruling removed a comment of the person.
        case ruling
        /// The desk published a comment of the person that it had held.
        case release
        /// The desk decided on a comment that the person reported.
        case report
        /// A story that the person follows, or has commented on, is corrected.
        case correction
        /// A story that the person follows has a new version, or new comments.
        case update, comments
        /// There is a new story in a topic that the person follows.
        case topic
        /// For staff: more cases wait than the newspaper wants, or jobs have failed.
        case queue, jobs

        /// The kinds that a role may learn of.
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

    package let id: ID
    package let kind: Kind
    package let at: Date
    package let isRead: Bool
    /// `nil` for what concerns the whole desk.
    package let story: StoryReference?
    /// The reply, or the comment that the decision is about.
    package let comment: Comment.ID?
    /// The name of the person who replied.
    package let name: String?
    /// The reply, or the person's own comment that the decision is about; empty if it was erased.
    package let text: String?
    package let decision: Decision?

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

    /// Further notifications of a person than this count as this many.
    package static let mostCounted = 100

    /// A number of unread notifications as people read it: `7`, or `100+`.
    package static func shown(unread: Int) -> String { unread < mostCounted ? "\(unread)" : "\(mostCounted)+" }
    /// After a mail, further notifications of its kind are collected for this time, in seconds.
    package static let collectedFor: TimeInterval = 600
    /// How long the first mail waits for others of its kind, in seconds.
    package static let firstWait: TimeInterval = 20
}
