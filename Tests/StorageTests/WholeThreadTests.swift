import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Pages of threads", .timeLimit(.minutes(5)))
struct WholeThreadTests {
    /// Generates the same numbers in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 32 | state << 32
        }
    }

    /// Fills a discussion with equal times, nested replies, a thread longer than a page shows, and comments
    /// that were removed, held again, or held with replies below them.
    private func discussion(_ newsroom: TestNewsroom, seed: UInt64) async throws {
        var dice = Dice(state: seed)
        var comments: [Comment] = []
        for number in 0..<260 {
            let answered =
                switch Int.random(in: 0..<10, using: &dice) {
                case 0..<3: nil as Comment?
                case 3..<6: comments.first
                default: comments.randomElement(using: &dice)
                }
            let minute = Date.noon.later(Double(number / 7))
            comments.append(
                try await newsroom.post(
                    "\(number)", name: "Reader \(number % 9)", answering: answered?.id, at: minute))
        }
        let changes = try comments.dropFirst().shuffled(using: &dice).prefix(60).map { comment in
            (comment.id, try #require([Comment.State.held, .removed(clause: "abuse")].randomElement(using: &dice)))
        }
        try await newsroom.database.write { tx in
            for (id, state) in changes {
                if let comment = try tx.comment(id) { try tx.set(state, of: comment) }
            }
            // Some are published again below comments that are hidden.
            for (id, _) in changes.prefix(20) {
                if let comment = try tx.comment(id) { try tx.set(.published, of: comment) }
            }
        }
    }

    @Test("A page of threads equals its threads read one by one", arguments: [1, 2, 3, 4] as [UInt64])
    func asByThemselves(_ seed: UInt64) async throws {
        let newsroom = try await TestedEngine.memory.newsroom()
        try await discussion(newsroom, seed: seed)
        try await newsroom.expectSound()
        for order in ThreadOrder.allCases {
            var key: PageKey?
            repeat {
                let page = try await newsroom.threads(order, after: key)
                let apart = try await newsroom.database.read { tx in
                    try page.elements.map { try tx.thread(from: try #require($0.beginning)) }
                }
                #expect(page.elements == apart)
                key = page.next
            } while key != nil && !Task.isCancelled
        }
    }

    @Test("The compared discussions contain all the difficult cases", arguments: [1, 2, 3, 4] as [UInt64])
    func cases(_ seed: UInt64) async throws {
        let newsroom = try await TestedEngine.memory.newsroom()
        try await discussion(newsroom, seed: seed)
        let threads = try await newsroom.threads().elements
        let entries = threads.flatMap(\.entries)
        #expect(threads.contains { $0.furtherReplies > 0 })
        #expect(threads.contains { (2...20).contains($0.entries.count) })
        #expect(entries.contains { $0.answered != nil && $0.answered?.name == nil })
        #expect(entries.contains { $0.comment.state == .held })
        #expect(try await newsroom.threads().next != nil)
    }

    @Test(
        "Pages of very long comments contain fewer threads, and together all of them", arguments: TestedEngine.allCases)
    func longComments(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var beginnings: [Comment.ID] = []
        for number in 0..<60 {
            let text = "\(number)" + String(repeating: "\u{1F600}", count: 4_990)
            let beginning = try await newsroom.post(text, at: .noon.later(Double(number)))
            try await newsroom.post("Re: " + text, answering: beginning.id, at: .noon.later(Double(number) + 0.5))
            beginnings.append(beginning.id)
        }
        for order in ThreadOrder.allCases {
            var (found, key, sizes) = ([Comment.ID](), nil as PageKey?, [Int]())
            repeat {
                let page = try await newsroom.threads(order, after: key)
                found += page.elements.compactMap(\.beginning?.id)
                sizes.append(page.elements.reduce(0) { $0 + $1.textBytes })
                key = page.next
            } while key != nil && !Task.isCancelled
            #expect(found == (order == .oldest ? beginnings : beginnings.reversed()))
            #expect(sizes.count > 1 && sizes.allSatisfy { $0 <= Discussion.pageBytes + 50_000 })
        }
    }
}
