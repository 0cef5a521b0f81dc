package import Foundation

/// Records when a story left readers' pages, by whose decision, and why if a reason was given.
package struct Withdrawal: Sendable, Hashable {
    package enum Origin: String, Sendable, Hashable, CaseIterable {
        /// The agency canceled its story, for good.
        case agency
        /// An editor withdrew the story, and an editor may bring it back.
        case desk
        /// An editor made the story a draft again. Readers never hear of it.
        case unpublished
    }

    package let at: Date
    package let reason: String?
    package let origin: Origin

    package init(at: Date, reason: String? = nil, origin: Origin) {
        self.at = at
        self.reason = reason
        self.origin = origin
    }
}

extension Withdrawal {
    /// The answer to staff who work on the story.
    package var refusal: Refusal { Refusal(.story(origin == .unpublished ? .isDraft : .withdrawn)) }
}

/// A withdrawal that an editor has reversed.
package struct ReversedWithdrawal: Sendable, Hashable {
    package let withdrawal: Withdrawal
    package let at: Date
    package let by: String

    package init(_ withdrawal: Withdrawal, at: Date, by: String) {
        self.withdrawal = withdrawal
        self.at = at
        self.by = by
    }
}

extension Story {
    /// A story may become a draft again for so long after its publication, in seconds.
    package static let unpublishSeconds = 600.0

    /// Refuses unless the story may become a draft again: it was written here, it appeared less than ten minutes ago,
    /// and nobody has commented, not even a comment that is held or removed.
    package func requireUnpublishable(hasComments: Bool, now: Date) throws(Refusal) {
        guard withdrawal == nil else { throw Refusal(.story(.withdrawn)) }
        guard guid == nil else { throw Refusal(.story(.fromAgency)) }
        guard !hasComments else { throw Refusal(.story(.hasComments)) }
        guard now.timeIntervalSince(publishedAt) < Self.unpublishSeconds else {
            throw Refusal(.story(.tooLateToUnpublish))
        }
    }

    /// Refuses unless an editor may bring the story back.
    package func requireReversible() throws(Refusal) {
        switch withdrawal?.origin {
        case .desk: return
        case .agency: throw Refusal(.story(.withdrawnByAgency))
        case .unpublished, nil: throw Refusal(.story(.notWithdrawn))
        }
    }
}
