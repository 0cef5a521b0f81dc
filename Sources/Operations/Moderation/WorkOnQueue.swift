package import Newsroom
import Storage

/// A moderator takes one case after another. While somebody has a case open, colleagues get others.
extension Newspaper {
    /// Opens the first case that a filter admits and that no colleague has open; `nil` if there is none but `current`.
    /// Ends the claim on `current`, unless it stays open.
    package func openNextCase(
        _ filter: QueueFilter, from current: Case.ID? = nil, keepsCurrent: Bool = false,
        as actor: Actor
    ) async throws -> Case.ID? {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in
            if let current, !keepsCurrent { try tx.release(current, by: staff) }
            return try tx.claimNext(filter, notAgain: current, by: staff, now: now)
        }
    }

    /// Opens the case of a comment, also if nobody has reported it. If a colleague has the case open, they keep it.
    /// Refuses like `Transaction.takeCase`.
    package func takeCase(of comment: Comment.ID, as actor: Actor) async throws -> Case.ID {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in try tx.takeCase(of: comment, by: staff, now: now) }
    }

    /// Ends the claims on cases that somebody leaves without a decision.
    package func leave(_ cases: [Case.ID], as actor: Actor) async throws {
        let staff = try actor.staff(for: .moderate)
        try await write { tx in for id in cases { try tx.release(id, by: staff) } }
    }

    /// Opens the case of a comment in the list of unread ones. Refuses like `Transaction.openUnread`.
    package func openUnread(_ comment: Comment.ID, as actor: Actor) async throws -> Case.ID {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in try tx.openUnread(comment, by: staff, now: now) }
    }

    /// Opens a case, or keeps it open for two more minutes. Refuses with `conflict` if a colleague has it open.
    package func keepCaseOpen(_ id: Case.ID, as actor: Actor) async throws {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        try await write { tx in
            if let claim = try tx.claimOfColleague(on: id, besides: staff, now: now) {
                throw Refusal.isOpen(at: claim)
            }
            try tx.claim(id, by: staff, now: now)
        }
    }

    /// Carries out an act that decides no case. Refuses like `Transaction.act`.
    package func act(
        _ kind: CaseAct.Kind, on id: Case.ID, revision: Comment.Revision?, as actor: Actor
    ) async throws -> CaseAct.ID {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in try tx.act(kind, on: id, revision: revision, by: staff, now: now) }
    }

    /// Undoes such an act. Refuses like `Transaction.undo`.
    @discardableResult
    package func undo(_ act: CaseAct.ID, as actor: Actor) async throws -> Case.ID {
        let (staff, now) = (try actor.staff(for: .moderate), clock.now)
        return try await write { tx in try tx.undo(act, by: staff, now: now) }
    }
}
