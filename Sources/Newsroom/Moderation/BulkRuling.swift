package import Foundation

/// One decision on many cases. It applies to exactly the cases and texts that its moderator has seen.
package struct BulkRuling: Sendable, Hashable {
    package typealias ID = Identifier<BulkRuling>

    /// The maximum number of cases in one decision.
    package static let mostCases = 500

    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// All comments are removed under one rule.
        case remove
        /// Held comments are published, and the others stay.
        case keep

        /// The ruling on a single comment.
        package func ruling(on comment: Comment) -> Ruling.Outcome {
            switch self {
            case .remove: .uphold
            case .keep: comment.state == .held ? .approve : .dismiss
            }
        }
    }

    package enum State: Sendable, Hashable {
        /// A second person has to confirm it.
        case waiting
        case discarded
        case done
        case undone
    }

    package let id: ID
    package let staff: Staff.ID
    package let staffName: String
    package let outcome: Outcome
    package let clause: String?
    /// A message for the commenters.
    package let sentence: String?
    package let cases: [ReadCase]
    package let createdAt: Date
    /// The second person; `nil` if nobody had to confirm it or nobody has yet.
    package let confirmedBy: String?
    package let doneAt: Date?
    package let undoneAt: Date?

    package init(
        id: ID, staff: Staff.ID, staffName: String, outcome: Outcome, clause: String?, sentence: String?,
        cases: [ReadCase], createdAt: Date, confirmedBy: String?, doneAt: Date?, undoneAt: Date?
    ) {
        self.id = id
        self.staff = staff
        self.staffName = staffName
        self.outcome = outcome
        self.clause = clause
        self.sentence = sentence
        self.cases = cases
        self.createdAt = createdAt
        self.confirmedBy = confirmedBy
        self.doneAt = doneAt
        self.undoneAt = undoneAt
    }

    package var state: State {
        switch (doneAt, undoneAt) {
        case (nil, nil): .waiting
        case (nil, _): .discarded
        case (_, nil): .done
        case (_, _): .undone
        }
    }
}

/// A case, and the text of its comment that a moderator has read.
package struct ReadCase: Sendable, Hashable {
    package let id: Case.ID
    package let revision: Comment.Revision

    package init(id: Case.ID, revision: Comment.Revision) {
        self.id = id
        self.revision = revision
    }

    /// Reads a list such as `12.0-13.1790000000000`. `nil` if it has another form.
    package static func list(_ text: String) -> [ReadCase]? {
        var cases: [ReadCase] = []
        for part in text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
            let words = part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            guard words.count == 2, let id = Case.ID(path: Substring(words[0])),
                let revision = Comment.Revision(String(words[1]) ?? ""), revision >= 0
            else { return nil }
            cases.append(ReadCase(id: id, revision: revision))
        }
        return cases
    }

    /// The list in the form that `list` reads.
    package static func text(_ cases: [ReadCase]) -> String {
        cases.map { "\($0.id).\($0.revision)" }.joined(separator: "-")
    }
}

/// A submitted decision on many cases, checked but not yet carried out.
package struct BulkRulingDraft: Sendable, Hashable {
    package let outcome: BulkRuling.Outcome
    /// The rule that the comments break; `nil` unless the decision removes them.
    package let clause: Policy.Clause?
    package let sentence: String?
    package let cases: [ReadCase]

    /// Refuses with `invalid` like `RulingDraft`, and if there is no case or more than `BulkRuling.mostCases`.
    package init(
        outcome: String, clause: String?, sentence: String?, cases: [ReadCase], policy: Policy
    ) throws(Refusal) {
        guard let outcome = BulkRuling.Outcome(rawValue: outcome) else {
            throw Refusal(.ruling(.noOutcome), field: "outcome")
        }
        self.outcome = outcome
        self.clause = outcome == .remove ? clause.flatMap { policy.clause($0) } : nil
        if outcome == .remove, self.clause == nil { throw Refusal(.ruling(.noClause), field: "clause") }
        self.sentence = try RulingDraft.sentenceRule.acceptOptional(sentence)
        var seen: Set<Case.ID> = []
        self.cases = cases.filter { seen.insert($0.id).inserted }
        guard !self.cases.isEmpty else { throw Refusal(.ruling(.noCases)) }
        guard self.cases.count <= BulkRuling.mostCases else {
            throw Refusal(.ruling(.tooManyCases), [.limit: .number(BulkRuling.mostCases)])
        }
    }
}

/// The open cases that a decision would be about.
package struct BulkPreview: Sendable {
    package let entries: [QueueEntry]
    /// How many cases the moderator has chosen. There are fewer entries if some were decided meanwhile, or if there
    /// are more cases than one decision takes.
    package let chosen: Int
    /// How many of the cases have a report under each rule, by the code of the rule.
    package let reported: [String: Int]

    package init(entries: [QueueEntry], chosen: Int, reported: [String: Int]) {
        self.entries = entries
        self.chosen = chosen
        self.reported = reported
    }
}

/// The outcome of a decision for its cases.
package struct BulkResult: Sendable, Hashable {
    /// How many comments were decided, and how many of them are again as they were before.
    package let decided: Int
    package let undone: Int
    /// The cases that were left out, because a colleague had decided or opened them or their comment had changed.
    package let leftOut: [Case.ID]

    package init(decided: Int, undone: Int, leftOut: [Case.ID]) {
        self.decided = decided
        self.undone = undone
        self.leftOut = leftOut
    }
}
