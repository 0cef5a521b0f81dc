package import Foundation

/// A reader's report that a comment breaks a rule of the policy.
package struct Report: Sendable, Hashable {
    package typealias ID = Identifier<Report>

    package let id: ID
    package let comment: Comment.ID
    package let clause: String
    package let text: String?
    package let createdAt: Date

    package init(id: ID, comment: Comment.ID, clause: String, text: String?, createdAt: Date) {
        self.id = id
        self.comment = comment
        self.clause = clause
        self.text = text
        self.createdAt = createdAt
    }
}

/// A submitted report, checked but not yet stored.
package struct ReportDraft: Sendable, Hashable {
    package static let textRule = TextRule(.reportNote, field: "text", maximum: 1_000, multiline: true)

    package let clause: Policy.Clause
    package let text: String?
    package let email: String?

    /// Refuses with `invalid` if the policy does not have the rule, the text has more than 1,000 characters,
    /// or the e-mail address is invalid.
    package init(clause: String, text: String?, email: String?, policy: Policy) throws(Refusal) {
        guard let clause = policy.clause(clause) else {
            throw Refusal(.report(.noClause), field: "clause")
        }
        self.clause = clause
        self.text = try Self.textRule.acceptOptional(text)
        self.email = try EmailAddress.acceptOptional(email)
    }
}

/// The content of the receipt for a report.
package struct ReportReceipt: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        case waiting
        case upheld(at: Date)
        case dismissed(at: Date)
        /// The author removed the comment, or the desk did so at the author's request.
        case removedByAuthor(at: Date)
    }

    package let report: Report
    package let story: StoryReference
    package let outcome: Outcome

    package init(report: Report, story: StoryReference, outcome: Outcome) {
        self.report = report
        self.story = story
        self.outcome = outcome
    }
}
