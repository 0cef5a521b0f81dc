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
    /// The reply.
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
    /// Within this time, several of one kind become one mail, in seconds.
    package static let collectedFor: TimeInterval = 600
}

/// How a person learns of notifications of one kind. All of them are on the site.
package enum MailFrequency: String, Sendable, Hashable, CaseIterable {
    /// By mail within ten minutes.
    case atOnce = "at-once"
    /// By mail in the morning, or on Monday morning.
    case daily, weekly
    case site

    /// The time of the next digest after `time`: at seven in the morning in the newspaper's time zone. `nil` for mails
    /// without a fixed time.
    package func nextDigest(after time: Date, in zone: TimeZone) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var wanted = DateComponents(hour: 7)
        switch self {
        case .atOnce, .site: return nil
        case .daily: break
        case .weekly: wanted.weekday = 2
        }
        return calendar.nextDate(after: time, matching: wanted, matchingPolicy: .nextTime)
    }
}

/// A person's choice for each kind of notification.
package struct NotificationChoices: Sendable, Hashable {
    package private(set) var deliveries: [Notification.Kind: MailFrequency]

    package init(_ chosen: [Notification.Kind: MailFrequency] = [:]) { deliveries = chosen }

    /// What is about the person, or asks the staff to act, comes at once. News comes in the morning.
    private static func standard(_ kind: Notification.Kind) -> MailFrequency {
        switch kind {
        case .update, .comments, .topic: .daily
        default: .atOnce
        }
    }

    /// The person's choice, or the usual way.
    package subscript(_ kind: Notification.Kind) -> MailFrequency {
        get { deliveries[kind] ?? Self.standard(kind) }
        set { deliveries[kind] = newValue }
    }
}
