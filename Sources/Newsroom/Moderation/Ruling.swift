package import Foundation

/// The desk's decision on a case. A ruling does not change, except that undoing it sets `undoneAt`.
package struct Ruling: Sendable, Hashable {
    package typealias ID = Identifier<Ruling>

    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// The comment breaks a rule and is removed; or it breaks none, and its author asked for the removal.
        case uphold
        /// The reports are unfounded; the comment stays.
        case dismiss
        /// The held comment is published.
        case approve
    }

    package let id: ID
    package let caseID: Case.ID
    package let comment: Comment.ID
    package let staffName: String
    package let outcome: Outcome
    package let clause: String?
    /// A message for the commenter.
    package let sentence: String?
    package let createdAt: Date
    package let undoneAt: Date?
    /// The decision on many cases that it is a part of.
    package let bulk: BulkRuling.ID?
    /// Whether the commenter has removed the comment, so that nobody can undo the ruling.
    package let isFinal: Bool

    package init(
        id: ID, caseID: Case.ID, comment: Comment.ID, staffName: String, outcome: Outcome, clause: String?,
        sentence: String?, createdAt: Date, undoneAt: Date?, bulk: BulkRuling.ID? = nil, isFinal: Bool = false
    ) {
        self.id = id
        self.caseID = caseID
        self.comment = comment
        self.staffName = staffName
        self.outcome = outcome
        self.clause = clause
        self.sentence = sentence
        self.createdAt = createdAt
        self.undoneAt = undoneAt
        self.bulk = bulk
        self.isFinal = isFinal
    }

    /// Whether the ruling removed the comment only because its author asked for that. It cannot be undone.
    package var isOnRequest: Bool { outcome == .uphold && clause == nil }
}

/// A submitted ruling, checked but not yet carried out.
package struct RulingDraft: Sendable, Hashable {
    package static let sentenceRule = TextRule(
        .rulingSentence, field: "sentence", maximum: 500, multiline: true)

    /// The value of the field for the rule if the ruling removes the comment at the commenter's request.
    package static let authorsRequest = "author"

    package let outcome: Ruling.Outcome
    /// The rule that the comment breaks; `nil` if the ruling does not remove the comment, or removes it only at the
    /// commenter's request.
    package let clause: Policy.Clause?
    /// Whether the ruling removes the comment only at the commenter's request.
    package let isOnRequest: Bool
    package let sentence: String?
    /// The revision of the comment that the moderator read; `nil` if the form does not name it.
    package let revision: Comment.Revision?
    /// Whether the page on which the moderator decided showed a request of the commenter.
    package let readsRequest: Bool

    /// Refuses with `invalid` if the outcome is unknown, if `uphold` comes without a rule of the policy, or
    /// if the note to the commenter (`sentence`) has more than 500 characters.
    package init(
        outcome: String, clause: String?, sentence: String?, revision: Comment.Revision?, readsRequest: Bool = false,
        policy: Policy
    ) throws(Refusal) {
        guard let outcome = Ruling.Outcome(rawValue: outcome) else {
            throw Refusal(.ruling(.noOutcome), field: "outcome")
        }
        self.outcome = outcome
        self.clause = outcome == .uphold ? clause.flatMap { policy.clause($0) } : nil
        isOnRequest = outcome == .uphold && clause == Self.authorsRequest
        if outcome == .uphold, self.clause == nil, !isOnRequest {
            throw Refusal(.ruling(.noClause), field: "clause")
        }
        self.revision = revision
        self.readsRequest = readsRequest
        self.sentence = try Self.sentenceRule.acceptOptional(sentence)
    }

    /// The state that the comment gets. Refuses like `Ruling.Outcome.state`.
    package func state(of comment: Comment) throws(Refusal) -> Comment.State {
        let state = try outcome.state(of: comment, clause: clause)
        return isOnRequest ? .deleted : state
    }

    /// A part of a decision on many cases, for one comment.
    package init(_ bulk: BulkRuling, on comment: Comment, revision: Comment.Revision, policy: Policy) {
        outcome = bulk.outcome.ruling(on: comment)
        clause = bulk.clause.flatMap { policy.clause($0) }
        isOnRequest = false
        sentence = bulk.sentence
        self.revision = revision
        readsRequest = false
    }
}

extension Refusal {
    /// For a moderator who rules on a comment after another ruling has been made.
    package static func ruledMeanwhile(_ earlier: Ruling) -> Refusal {
        Refusal(
            .ruling(.ruledMeanwhile), [.name: .text(earlier.staffName), .outcome: .text(earlier.outcome.rawValue)])
    }

    /// For a moderator who decides a case that a colleague has open.
    package static func isOpen(at claim: CaseClaim) -> Refusal {
        Refusal(.ruling(.claimed), [.name: .text(claim.name)])
    }
}

extension Ruling.Outcome {
    /// The state that the comment gets. Refuses with `invalid` if the outcome does not fit the current state:
    /// `approve` needs a held comment, `dismiss` a published one, and a removed comment cannot be removed
    /// again.
    package func state(of comment: Comment, clause: Policy.Clause?) throws(Refusal) -> Comment.State {
        switch (self, comment.state) {
        case (.uphold, .published), (.uphold, .held): return .removed(clause: clause?.code ?? "")
        case (.approve, .held), (.dismiss, .published): return .published
        case (.approve, _): throw Refusal(.ruling(.notHeld), field: "outcome")
        case (.dismiss, _), (.uphold, _): throw Refusal(.ruling(.unfitting), field: "outcome")
        }
    }
}
