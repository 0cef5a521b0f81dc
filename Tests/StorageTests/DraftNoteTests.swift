import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Notes on drafts", .timeLimit(.minutes(5)))
struct DraftNoteTests {
    private typealias Desk = DraftTests.Desk

    private func notes(_ desk: Desk) async throws -> [DraftNote] {
        try await desk.newsroom.database.read { tx in try tx.draftNotes(of: desk.draft) }
    }

    private func openNotes(_ desk: Desk) async throws -> [Int] {
        try await desk.newsroom.database.read { tx in
            let own = try tx.drafts(by: desk.reporter.id, matching: StoryFilter())
            let all = try tx.drafts(in: .draft, matching: StoryFilter())
            return (own.elements + all.elements).map(\.openNotes)
        }
    }

    @Test("A note is stored whole, resolved and reopened", arguments: TestedEngine.allCases)
    func way(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        #expect(try await notes(desk) == [])
        #expect(try await openNotes(desk) == [0, 0])
        let first = try await desk.write(as: desk.editor, at: .noon.later(1)) { tx, writing in
            try tx.addNote("Which lamp?\n\nThere are two.", about: "A lamp turns.", writing)
        }
        let second = try await desk.write(as: desk.reporter, at: .noon.later(2)) { tx, writing in
            try tx.addNote("Thanks.", about: nil, writing)
        }
        let stored = try await notes(desk)
        #expect(stored.map(\.id) == [first, second])
        #expect(stored[0].text == "Which lamp?\n\nThere are two." && stored[0].passage == "A lamp turns.")
        #expect(stored[0].author == DraftPerson(id: desk.editor.id, name: "The editor"))
        #expect(stored[0].createdAt == .noon.later(1) && stored[0].resolution == nil && stored[1].passage == nil)
        #expect(try await openNotes(desk) == [2, 2])
        try await desk.write(as: desk.reporter, at: .noon.later(3)) { tx, writing in try tx.resolveNote(first, writing)
        }
        #expect(try await notes(desk)[0].resolution?.by.name == "The reporter")
        #expect(try await notes(desk)[0].resolution?.at == .noon.later(3))
        #expect(try await openNotes(desk) == [1, 1])
        try await desk.write(as: desk.editor) { tx, writing in try tx.reopenNote(first, writing) }
        #expect(try await notes(desk) == stored)
        #expect(try await openNotes(desk) == [2, 2])
    }

    @Test("Two people can resolve a note; the first counts, and the log has no words", arguments: TestedEngine.allCases)
    func twice(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let note = try await desk.write(as: desk.editor) { tx, writing in
            try tx.addNote("A Xylograph?", about: "Xylograph", writing)
        }
        for staff in [desk.reporter, desk.editor] {
            try await desk.write(as: staff) { tx, writing in try tx.resolveNote(note, writing) }
        }
        #expect(try await notes(desk)[0].resolution?.by.name == "The reporter")
        for staff in [desk.reporter, desk.editor] {
            try await desk.write(as: staff) { tx, writing in try tx.reopenNote(note, writing) }
        }
        let log = try await desk.newsroom.database.read { tx in try tx.logEntries() }
        #expect(log.prefix(3).map(\.action) == ["draft.reopenNote", "draft.resolveNote", "draft.note"])
        #expect(log.prefix(3).map(\.actor) == [desk.reporter.email, desk.reporter.email, desk.editor.email])
        #expect(log.prefix(3).allSatisfy { $0.subject == "draft \(desk.draft)" && $0.detail == "note \(note)" })
        try await desk.newsroom.expectSound()
    }

    @Test("A note leaves the revision and the lease as they are", arguments: TestedEngine.allCases)
    func apart(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let before = try await desk.stored()
        let note = try await desk.write(as: desk.editor, at: .noon.later(60)) { tx, writing in
            try tx.addNote("A word.", about: nil, writing)
        }
        try await desk.write(as: desk.editor) { tx, writing in try tx.resolveNote(note, writing) }
        #expect(try await desk.stored() == before)
        let code = try await desk.refusal(as: desk.reporter, from: before.stamp) { tx, writing in
            _ = try tx.save(.test(headline: "Saved"), note: nil, writing)
        }
        #expect(code == nil)
    }

    @Test("Only those who may open the draft write notes, and only of this draft", arguments: TestedEngine.allCases)
    func closed(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let (other, stray) = try await desk.newsroom.database.write { tx in
            let other = try tx.createDraft(.test, by: desk.editor, now: .noon)
            let stamp = DraftStamp(revision: 0, lease: 0)
            return (
                other,
                try tx.addNote(
                    "Elsewhere.", about: nil,
                    DraftWriting(draft: other, stamp: stamp, staff: desk.editor, reportersPublish: false, now: .noon))
            )
        }
        for action in [Transaction.resolveNote, Transaction.reopenNote] {
            let code = try await desk.refusal(as: desk.reporter) { tx, writing in try action(tx)(stray, writing) }
            #expect(code == .missing(.draftNote))
        }
        try await desk.write(as: desk.editor) { tx, writing in try tx.takeOver(writing) }
        try await desk.write(as: desk.editor) { tx, writing in try tx.schedule(at: .noon.later(60), writing) }
        let code = try await desk.refusal(as: desk.reporter) { tx, writing in
            _ = try tx.addNote("Late.", about: nil, writing)
        }
        #expect(code == .draft(.closedToYou))
        #expect(try await desk.newsroom.database.read { tx in try tx.draftNotes(of: other) }.count == 1)
        #expect(try await notes(desk) == [])
    }

    @Test("A draft has at most 200 notes, resolved ones included", arguments: TestedEngine.allCases)
    func many(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        try await desk.write(as: desk.editor) { tx, writing in
            for number in 1...DraftNote.mostPerDraft {
                let note = try tx.addNote("No. \(number)", about: nil, writing)
                if number.isMultiple(of: 2) { try tx.resolveNote(note, writing) }
            }
        }
        let code = try await desk.refusal(as: desk.editor) { tx, writing in
            _ = try tx.addNote("One too many.", about: nil, writing)
        }
        #expect(code == .draft(.tooManyNotes))
        #expect(try await notes(desk).map(\.text) == (1...DraftNote.mostPerDraft).map { "No. \($0)" })
        #expect(try await openNotes(desk) == [100, 100])
    }

    @Test("Notes go with a discarded draft, and stay after publication", arguments: TestedEngine.allCases)
    func kept(_ engine: TestedEngine) async throws {
        let desk = try await Desk(engine)
        let database = desk.newsroom.database
        try await database.write { tx in
            let id = try tx.createDraft(.test, by: desk.editor, now: .noon)
            let writing = { (tx: Transaction) in
                DraftWriting(
                    draft: id, stamp: try #require(try tx.draft(id)).stamp, staff: desk.editor,
                    reportersPublish: false, now: .noon)
            }
            _ = try tx.addNote("For nobody.", about: nil, try writing(tx))
            try tx.discard(try writing(tx))
            #expect(try tx.draftNotes(of: id) == [])
        }
        _ = try await desk.write(as: desk.editor) { tx, writing in try tx.addNote("It stays.", about: nil, writing) }
        try await database.write { tx in
            let draft = try #require(try tx.draft(desk.draft))
            let publication = DraftPublication(opening: "", language: .english)
            let story = try tx.publish(draft, publication, by: "editor", now: .noon)
            #expect(try tx.draftNotes(of: desk.draft).count == 1)
            // The draft of a published story only ends, so its notes stay too.
            _ = try tx.reviseStory(story, by: desk.editor, now: .noon)
        }
        try await desk.write(as: desk.editor) { tx, writing in try tx.discard(writing) }
        #expect(try await notes(desk).map(\.text) == ["It stays."])
    }
}
