import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Corrections in the database", .timeLimit(.minutes(5)))
struct CorrectionTests {
    @Test("Corrections of agencies are listed, newest first, and page by key", arguments: TestedEngine.allCases)
    func listing(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.database.write { tx in
            for number in 0..<5 {
                _ = try tx.publish(.test(guid: "story \(number)", version: 1), opening: "")
                var correction = IncomingStory.test(guid: "story \(number)", version: 2 + number)
                correction.isCorrection = true
                correction.revision = Revision(mark: "CORRECTED", note: number == 0 ? nil : "Corrects number \(number)")
                _ = try tx.publish(correction, opening: "")
                _ = try tx.publish(.test(guid: "story \(number)", version: 20 + number), opening: "")
            }
        }
        try await newsroom.database.read { tx in
            let first = try tx.corrections(limit: 3)
            let second = try tx.corrections(after: first.next, limit: 3)
            let notes = (first.elements + second.elements).map { $0.note?.sent }
            #expect(notes == (1...4).reversed().map { "Corrects number \($0)" } + [nil])
            #expect(second.next == nil && (first.elements + second.elements).allSatisfy { $0.version == 2 })
            let key = try #require(first.next)
            #expect(try tx.isCorrection(at: key))
            #expect(try !tx.isCorrection(at: PageKey(milliseconds: key.milliseconds, number: key.number + 1)))
            let story = try #require(try tx.story(first.elements[0].story.id))
            #expect(try tx.corrections(of: story).map(\.act) == [.correction])
        }
    }
    @Test(
        "The texts of corrections come with a discussion that quotes from them, and with no other",
        arguments: TestedEngine.allCases)
    func quoted(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (plain, quoting) = (try await newsroom.post("A word"), try await newsroom.post("> It began a bridge"))
        let corrected = { @Sendable (threads: [Comment]) async throws -> [CorrectedText] in
            try await newsroom.database.read { tx in
                let story = try #require(try tx.story(newsroom.story))
                let threads = threads.map { Newsroom.Thread(beginning: $0, replies: []) }
                return try tx.updates(of: story, since: threads).correctedTexts
            }
        }
        #expect(try await corrected([quoting]) == [])
        for version in 2...7 {
            try await newsroom.database.write { tx in
                var next = IncomingStory.test(guid: "one", version: version, headline: "Headline \(version)")
                next.isCorrection = version > 2
                _ = try tx.publish(next, opening: "")
            }
            if version == 2 { #expect(try await corrected([quoting]) == []) }
        }
        let found = try await corrected([plain, quoting])
        #expect(found.map(\.version) == [7, 6, 5] && found.allSatisfy { $0.act == .correction })
        #expect(found.first?.before.headline == "Headline 6" && found.first?.after.headline == "Headline 7")
        #expect(found.first?.before.body.sent.contains("It went on.") == true)
        #expect(try await corrected([plain]) == [])
    }
}
