package import Foundation

/// The part of the queue that a moderator works on.
package struct QueueFilter: Sendable, Hashable {
    package enum View: String, Sendable, CaseIterable {
        /// All open cases except those that wait for an editor.
        case open
        case reported, held
        /// Cases that a moderator gave to the editors.
        case escalated
        /// Comments that the desk has not ruled on, without a case. A moderator who takes one opens its case.
        case unread
    }

    package var view: View
    package var story: Story.ID?
    /// The name of a topic.
    package var topic: String?
    package var language: Language?
    /// The code of a rule that a report names. Unread comments have no reports.
    package var clause: String?
    /// Cases that have been open for at least this many hours.
    package var hours: Int?
    /// Cases that the moderator has skipped; the list of the queue has them still.
    package var skipped: [Case.ID] = []
    /// Unread comments that the moderator has skipped. Their cases ended with that.
    package var skippedComments: [Comment.ID] = []

    package init(
        _ view: View = .open, story: Story.ID? = nil, topic: String? = nil, language: Language? = nil,
        clause: String? = nil, hours: Int? = nil
    ) {
        self.view = view
        self.story = story
        self.topic = topic
        self.language = language
        self.clause = view == .unread ? nil : clause
        self.hours = hours
    }

    /// Whether the filter leaves out nothing of its view.
    package var isWholeView: Bool { withSkipped == QueueFilter(view) }

    /// The same, with everything that the moderator has skipped.
    package var withSkipped: QueueFilter {
        var filter = self
        (filter.skipped, filter.skippedComments) = ([], [])
        return filter
    }

    private static let mostSkipped = 100

    /// The same, without another case. Of many skipped cases, the latest count.
    package func skipping(_ id: Case.ID) -> QueueFilter {
        var filter = self
        filter.skipped = skipped.filter { $0 != id }.suffix(Self.mostSkipped - 1) + [id]
        return filter
    }

    /// The same, without another unread comment.
    package func skipping(_ id: Comment.ID) -> QueueFilter {
        var filter = self
        filter.skippedComments = skippedComments.filter { $0 != id }.suffix(Self.mostSkipped - 1) + [id]
        return filter
    }
}

extension QueueFilter {
    /// The longest name of a topic or code of a rule that is looked for, in bytes.
    private static let longestText = 1_000

    /// Reads the fields of an address or a form.
    package init(reading field: (String) -> String?) {
        func text(_ name: String) -> String? {
            field(name).flatMap { $0.isEmpty || $0.utf8.count > Self.longestText ? nil : $0 }
        }
        self.init(
            field("view").flatMap { View(rawValue: $0) } ?? .open,
            story: text("story").map { Story.ID(path: $0.trimmed.drop { $0 == "#" }) ?? Self.noStory },
            topic: text("topic"), language: text("language").flatMap { Language(tag: $0) }, clause: text("rule"),
            hours: text("hours").map {
                Int($0.trimmed).flatMap { (1...10_000).contains($0) ? $0 : nil } ?? Self.noHours
            })
        let skipped = field("skipped")?.split(separator: "-").suffix(Self.mostSkipped).map(String.init) ?? []
        if view == .unread {
            skippedComments = skipped.compactMap { Comment.ID(path: $0) }
        } else {
            self.skipped = skipped.compactMap { Case.ID(path: $0) }
        }
    }

    /// Numbers that cannot be read admit no case, so that nobody decides more than they asked for.
    private static let noStory = Story.ID(0)
    private static let noHours = 1_000_000

    /// The fields that say the same.
    package var fields: [(name: String, value: String)] {
        let skipped = view == .unread ? skippedComments.map(\.description) : skipped.map(\.description)
        let fields: [(String, String?)] = [
            ("view", view.rawValue), ("story", story?.description), ("topic", topic),
            ("language", language?.tag), ("rule", clause), ("hours", hours.map(String.init)),
            ("skipped", skipped.isEmpty ? nil : skipped.joined(separator: "-")),
        ]
        return fields.compactMap { name, value in value.map { (name, $0) } }
    }
}

/// A case in the list of the queue.
package struct QueueEntry: Sendable, Hashable {
    package let id: Case.ID
    package let comment: Comment
    package let story: StoryReference
    package let reportCount: Int
    package let urgency: Urgency
    package let escalatedAt: Date?
    /// The colleague who has the case open; `nil` if nobody has.
    package let claim: CaseClaim?

    package init(
        id: Case.ID, comment: Comment, story: StoryReference, reportCount: Int, urgency: Urgency, escalatedAt: Date?,
        claim: CaseClaim?
    ) {
        self.id = id
        self.comment = comment
        self.story = story
        self.reportCount = reportCount
        self.urgency = urgency
        self.escalatedAt = escalatedAt
        self.claim = claim
    }

    /// Whether the commenter asks for the removal.
    package var isAsked: Bool { urgency.isAsked }

    /// The place in the queue.
    package var key: PageKey { PageKey(milliseconds: urgency.rank.milliseconds, number: id.number) }
}

/// A member of staff has a case open. Nobody else decides it until the claim ends.
package struct CaseClaim: Sendable, Hashable {
    /// How long a claim lasts without a sign of life, in seconds.
    package static let seconds: TimeInterval = 120

    package let staff: Staff.ID
    package let name: String
    package let until: Date

    package init(staff: Staff.ID, name: String, until: Date) {
        self.staff = staff
        self.name = name
        self.until = until
    }
}

/// How many cases each view has, and how many comments are unread.
package struct QueueCounts: Sendable, Hashable {
    package let open: Int
    package let reported: Int
    package let held: Int
    package let escalated: Int
    package let unread: Int

    package init(open: Int, reported: Int, held: Int, escalated: Int, unread: Int = 0) {
        self.open = open
        self.reported = reported
        self.held = held
        self.escalated = escalated
        self.unread = unread
    }

    package subscript(view: QueueFilter.View) -> Int {
        switch view {
        case .open: open
        case .reported: reported
        case .held: held
        case .escalated: escalated
        case .unread: unread
        }
    }
}
