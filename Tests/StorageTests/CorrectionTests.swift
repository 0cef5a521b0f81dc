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
}
