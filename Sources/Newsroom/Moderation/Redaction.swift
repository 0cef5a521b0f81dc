package import Foundation

/// The desk's removal of a passage from a comment. It does not change, except that undoing it sets `undoneAt`.
package struct Redaction: Sendable, Hashable {
    package typealias ID = Identifier<Redaction>

    package let id: ID
    package let comment: Comment.ID
    package let staffName: String
    /// The whole text that the comment had before.
    package let textBefore: String
    /// The rule that the passage broke, if the moderator named one.
    package let clause: String?
    package let madeAt: Date
    package let undoneAt: Date?
    package let undoneBy: String?

    package init(
        id: ID, comment: Comment.ID, staffName: String, textBefore: String, clause: String?, madeAt: Date,
        undoneAt: Date? = nil, undoneBy: String? = nil
    ) {
        self.id = id
        self.comment = comment
        self.staffName = staffName
        self.textBefore = textBefore
        self.clause = clause
        self.madeAt = madeAt
        self.undoneAt = undoneAt
        self.undoneBy = undoneBy
    }
}

/// A submitted redaction, checked but not yet carried out.
package struct RedactionDraft: Sendable, Hashable {
    package static let passageRule = TextRule(.passage, field: "passage", maximum: 5_000, multiline: true)

    package let passage: String
    /// Which occurrence of the passage to take, counted from 1; `nil` for all of them.
    package let occurrence: Int?
    package let clause: Policy.Clause?
    /// The revision of the comment that the moderator read; `nil` if the form does not name it.
    package let revision: Comment.Revision?

    /// Refuses with `invalid` if the passage is empty, too long or unprintable, or if the policy does not have the
    /// rule.
    package init(
        passage: String, occurrence: Int? = nil, clause: String?, revision: Comment.Revision?, policy: Policy
    ) throws(Refusal) {
        self.passage = try Self.passageRule.accept(passage)
        guard !self.passage.hasNothingVisible else { throw Refusal(.redaction(.noPassage), field: "passage") }
        self.occurrence = occurrence
        let code = clause ?? ""
        self.clause = policy.clause(code)
        if self.clause == nil, !code.isEmpty { throw Refusal(.ruling(.noClause), field: "clause") }
        self.revision = revision
    }

    /// The text with marks in place of the passage. Refuses with `invalid` like `BlackedOutText`.
    package func text(of comment: Comment) throws(Refusal) -> String {
        try BlackedOutText(comment.text, without: passage, occurrence: occurrence).text
    }
}
