import Foundation
import Testing

@testable import Newsroom

/// Swift Testing declares a `Comment` too.
private typealias Comment = Newsroom.Comment

@Suite("What an author can do to have a comment removed", .timeLimit(.minutes(1)))
struct OwnRemovalTests {
    private static let posted = Date(timeIntervalSince1970: 1_700_000_000)

    private func comment(
        _ state: Comment.State = .published, text: String = "Words.", redacted: Bool = false, byDesk: Bool = false
    ) -> Comment {
        Comment(
            id: .init(1), story: .init(1), parent: nil, thread: .init(1), name: "A reader", text: text, state: state,
            storyVersion: 1, createdAt: Self.posted, editedAt: nil, replyCount: 0,
            redactedAt: redacted ? Self.posted : nil, isByDesk: byDesk)
    }

    private func ruling(_ outcome: Ruling.Outcome, clause: String? = nil, note: String? = nil) -> Ruling {
        Ruling(
            id: .init(1), caseID: .init(1), comment: .init(1), staffName: "The moderator", outcome: outcome,
            clause: clause, sentence: note, createdAt: Self.posted, undoneAt: nil)
    }

    @Test("For five minutes, the author deletes a comment without asking, also one with a passage blacked out")
    func atOnce() throws {
        let last = Self.posted.addingTimeInterval(299.9)
        for comment in [comment(), comment(.held), comment(redacted: true)] {
            #expect(try OwnRemoval(comment, request: nil, now: last) == .deletable)
            #expect(try OwnRemoval(comment, request: nil, now: last.addingTimeInterval(0.1)) == .askable)
        }
        #expect(!comment(byDesk: true).isDeletable(at: Self.posted))
    }

    @Test("An author asks once, and reads the decision with the note")
    func request() throws {
        let late = Self.posted.addingTimeInterval(900)
        func removal(_ state: Comment.State, _ ruling: Ruling?) throws -> OwnRemoval {
            try OwnRemoval(
                comment(state), request: RemovalRequest(askedAt: Self.posted, ruling: ruling), now: late)
        }
        #expect(try removal(.published, nil) == .asked(at: Self.posted))
        #expect(
            try removal(.published, ruling(.dismiss, note: "It is quoted."))
                == .declined(at: Self.posted, note: "It is quoted."))
        #expect(try removal(.published, ruling(.approve)) == .declined(at: Self.posted, note: nil))
        #expect(try removal(.deleted, ruling(.uphold, note: "Done.")) == .granted(at: Self.posted, note: "Done."))
        #expect(try removal(.removed(clause: "abuse"), ruling(.uphold, note: "So.")) == .brokeRule(note: "So."))
    }

    @Test("A comment that a ruling removed under a rule cannot be deleted, and a deleted one is done")
    func removed() throws {
        let refusal = #expect(throws: Refusal.self) {
            try OwnRemoval(comment(.removed(clause: "abuse")), request: nil, now: Self.posted)
        }
        #expect(refusal?.code == .deletion(.takenDown))
        #expect(try OwnRemoval(comment(.deleted), request: nil, now: Self.posted) == .done)
        #expect(comment(.deleted, text: "").isErased && !comment(.deleted).isErased && !comment(text: "").isErased)
    }

    @Test("A removal at the author's request names no rule, and no other removal lacks one")
    func draft() throws {
        func draft(_ outcome: String, _ clause: String?) throws -> RulingDraft {
            try RulingDraft(outcome: outcome, clause: clause, sentence: nil, revision: 0, policy: .standard)
        }
        let onRequest = try draft("uphold", RulingDraft.authorsRequest)
        #expect(onRequest.isOnRequest && onRequest.clause == nil)
        #expect(try onRequest.state(of: comment()) == .deleted && onRequest.state(of: comment(.held)) == .deleted)
        #expect(try draft("uphold", "abuse").state(of: comment()) == .removed(clause: "abuse"))
        #expect(try !draft("dismiss", RulingDraft.authorsRequest).isOnRequest)
        for clause in [nil, "", "authors"] {
            let refusal = #expect(throws: Refusal.self) { try draft("uphold", clause) }
            #expect(refusal?.code == .ruling(.noClause))
        }
        let refusal = #expect(throws: Refusal.self) { try onRequest.state(of: comment(.deleted)) }
        #expect(refusal?.code == .ruling(.unfitting))
        #expect(Policy.standard.clause(RulingDraft.authorsRequest) == nil, "a rule with this code would be unreachable")
        #expect(ruling(.uphold).isOnRequest && !ruling(.uphold, clause: "abuse").isOnRequest)
        #expect(!ruling(.dismiss).isOnRequest)
    }
}
