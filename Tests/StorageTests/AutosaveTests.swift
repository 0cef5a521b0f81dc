import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Autosaves", .timeLimit(.minutes(5)))
struct AutosaveTests {
    private struct Desk: Sendable {
        let database: Database
        let people: [Staff]
        let draft: Draft.ID
        var one: Staff { people[0] }
        var two: Staff { people[1] }

        init(_ engine: TestedEngine) async throws {
            database = try await engine.newsroom().database
            (people, draft) = try await database.write { tx in
                let people = try ["one", "two"].map { name in
                    try tx.addStaff(
                        email: "\(name)@example.org", name: name, role: .editor, passwordHash: "-", now: .noon)
                }
                let draft = try tx.createDraft(DraftContent(), by: people[0], now: .noon)
                // Nobody has the lease.
                try tx.run("UPDATE drafts SET leased_to = NULL, lease_used_at = NULL")
                return (people, draft)
            }
        }

        func write<T: Sendable>(
            as staff: Staff, from stamp: DraftStamp? = nil, at now: Date = .noon,
            _ body: @escaping @Sendable (Transaction, DraftWriting) throws -> T
        ) async throws -> T {
            let stamp = if let stamp { stamp } else { try await stored().stamp }
            let writing = DraftWriting(draft: draft, stamp: stamp, staff: staff, reportersPublish: false, now: now)
            return try await database.write { tx in try body(tx, writing) }
        }

        func stored() async throws -> Draft { try #require(try await database.read { tx in try tx.draft(draft) }) }

        func autosave(of staff: Staff) async throws -> Autosave? {
            try await database.read { tx in try tx.autosave(of: draft, by: staff.id) }
        }
    }

    private static func typed(_ headline: String) -> TypedDraft {
        var typed = TypedDraft()
        typed.headline = headline
        return typed
    }

    @Test(
        "An autosave replaces the last one, takes the free lease, and is no version and no log entry",
        arguments: TestedEngine.allCases)
    func autosaving(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let logged = try await desk.database.read { tx in try tx.logEntries().count }
        for (seconds, headline) in [(1.0, "A"), (2, "A light"), (3, "A lighthouse")] {
            let stamp = try await desk.write(as: desk.one, at: .noon.later(seconds)) { tx, writing in
                try tx.autosave(Self.typed(headline), writing)
            }
            #expect(stamp == DraftStamp(revision: 1, lease: 2))
        }
        let kept = try #require(try await desk.autosave(of: desk.one))
        #expect(kept == Autosave(typed: Self.typed("A lighthouse"), revision: 1, savedAt: .noon.later(3)))
        #expect(try await desk.autosave(of: desk.two) == nil)
        let draft = try await desk.stored()
        #expect(draft.content == DraftContent() && draft.lease.holder?.id == desk.one.id)
        #expect(draft.lease.since == .noon.later(1) && draft.lease.usedAt == .noon.later(3))
        #expect(try await desk.database.read { tx in try tx.savedDrafts(of: desk.draft).count } == 1)
        #expect(try await desk.database.read { tx in try tx.logEntries().count } == logged)
    }

    @Test("A stale autosave is refused, and the last one stays", arguments: TestedEngine.allCases)
    func stale(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let first = try await desk.stored().stamp
        let begun = try await desk.write(as: desk.one) { tx, writing in try tx.autosave(Self.typed("A"), writing) }
        // The form that took the lease still names the one before.
        _ = try await desk.write(as: desk.one, from: first) { tx, writing in try tx.autosave(Self.typed("B"), writing) }
        let refused = { (staff: Staff, stamp: DraftStamp, now: Date) async throws -> Refusal.Code? in
            try await #require(throws: Refusal.self) {
                _ = try await desk.write(as: staff, from: stamp, at: now) { tx, writing in
                    try tx.autosave(Self.typed("C"), writing)
                }
            }.code
        }
        #expect(try await refused(desk.two, begun, .noon) == .draft(.takenOver))
        try await desk.write(as: desk.two) { tx, writing in try tx.takeOver(writing) }
        #expect(try await refused(desk.one, begun, .noon) == .draft(.takenOver))
        // An old tab cannot save either after the colleague's lease has ended.
        #expect(try await refused(desk.one, begun, .noon.later(DraftLease.seconds)) == .draft(.otherState))
        _ = try await desk.write(as: desk.two) { tx, writing in
            var content = DraftContent()
            content.headline = "By two"
            return try tx.save(content, note: nil, writing)
        }
        #expect(try await refused(desk.one, begun, .noon.later(DraftLease.seconds)) == .draft(.changedMeanwhile))
        #expect(try await desk.autosave(of: desk.one)?.typed.headline == "B")
    }

    @Test(
        "One person's autosaves go without the other's; discarding the draft ends all", arguments: TestedEngine.allCases
    )
    func ending(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        for staff in desk.people {
            try await desk.write(as: staff, at: .noon) { tx, writing in
                try tx.takeOver(writing)
                let stamp = DraftStamp(revision: 1, lease: writing.stamp.lease + 1)
                _ = try tx.autosave(
                    Self.typed("By \(staff.name)"),
                    DraftWriting(draft: desk.draft, stamp: stamp, staff: staff, reportersPublish: false, now: .noon))
            }
        }
        try await desk.database.write { tx in
            try tx.deleteAutosave(of: desk.draft, by: desk.one.id, savedAt: .noon.later(1))
        }
        #expect(try await desk.autosave(of: desk.one) != nil)
        try await desk.database.write { tx in
            try tx.deleteAutosave(of: desk.draft, by: desk.one.id, savedAt: .noon)
        }
        #expect(try await desk.autosave(of: desk.one) == nil)
        #expect(try await desk.autosave(of: desk.two)?.typed.headline == "By two")
        try await desk.write(as: desk.two) { tx, writing in try tx.discard(writing) }
        #expect(try await desk.autosave(of: desk.two) == nil)
    }

    @Test("Every typed field survives, also what is half typed and unprintable", arguments: TestedEngine.allCases)
    func whole(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        var typed = Self.typed("A\u{0}\u{1F}\u{FFFF} lighthouse")
        (typed.standfirst, typed.byline, typed.place, typed.agency) = ("s", "b", " p ", "a")
        (typed.body, typed.credits, typed.topics) = ("One\r\n\n\u{2028}two\u{301}", "Reporting", "One\n\n")
        (typed.related, typed.gallery, typed.language) = ("the bridge", "first", "?")
        (typed.publishAt, typed.embargoedUntil) = (TypedDraft.Time("2040-", clock: "1"), TypedDraft.Time("soon"))
        (typed.isDiscussionClosed, typed.note, typed.storyVersion, typed.signOff) = (true, "n", "7", "o")
        (typed.act, typed.correction, typed.agencyVersion) = ("a", "c", "8")
        let fields = Mirror(reflecting: typed).children.map { "\($0.value)" }
        #expect(zip(fields, Mirror(reflecting: TypedDraft()).children).allSatisfy { $0 != "\($1.value)" })
        let written = typed
        _ = try await desk.write(as: desk.one) { tx, writing in try tx.autosave(written, writing) }
        #expect(try await desk.autosave(of: desk.one)?.typed == written)
    }
}
