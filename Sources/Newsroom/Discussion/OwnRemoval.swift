package import Foundation

/// A commenter's request that the desk remove a comment.
package struct RemovalRequest: Sendable, Hashable {
    package let askedAt: Date
    /// The desk's decision; `nil` while the case is open.
    package let ruling: Ruling?

    package init(askedAt: Date, ruling: Ruling?) {
        self.askedAt = askedAt
        self.ruling = ruling
    }
}

/// The state of a comment for its commenter, who wants it removed.
package enum OwnRemoval: Sendable, Hashable {
    /// The commenter may delete the comment at once.
    case deletable
    /// The time for that is over, and the commenter may ask the desk.
    case askable
    /// The desk has not decided yet.
    case asked(at: Date)
    /// The desk has kept the comment. A commenter asks only once.
    case declined(at: Date, note: String?)
    /// The commenter has deleted the comment.
    case done
    /// The desk has removed the comment at the commenter's request.
    case granted(at: Date, note: String?)

    /// The desk removed the comment under a rule, after the commenter had asked.
    case brokeRule(note: String?)

    /// Refuses with `closed` if the desk removed the comment under a rule, and nobody had asked.
    package init(_ comment: Comment, request: RemovalRequest?, now: Date) throws(Refusal) {
        switch comment.state {
        case .deleted:
            self = request?.ruling.map { .granted(at: $0.createdAt, note: $0.sentence) } ?? .done
        case .removed:
            guard let ruling = request?.ruling else { throw Refusal(.deletion(.takenDown)) }
            self = .brokeRule(note: ruling.sentence)
        case .published, .held:
            if comment.isDeletable(at: now) {
                self = .deletable
            } else if let request {
                self =
                    request.ruling.map { .declined(at: $0.createdAt, note: $0.sentence) }
                    ?? .asked(at: request.askedAt)
            } else {
                self = .askable
            }
        }
    }
}
