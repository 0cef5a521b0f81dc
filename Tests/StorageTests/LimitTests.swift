import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Limits for one source", .timeLimit(.minutes(5)))
struct LimitTests {
    @Test("Limits apply per source and period, and say how long to wait", arguments: TestedEngine.allCases)
    func limits(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let rules = PostingRules(
            closing: ClosingRule(days: nil), holdsUnknownNames: false,
            limits: [.init(5, per: 60), .init(8, per: 3_600)])
        for number in 0..<5 {
            try await newsroom.post("\(number)", source: "s", at: .noon.later(Double(number)), rules: rules)
        }
        let refusal = await #expect(throws: Refusal.self) {
            try await newsroom.post("six", source: "s", at: .noon.later(10), rules: rules)
        }
        let tooSoon = Refusal(
            .request(.tooSoon), [.limited: .text("comment"), .seconds: .number(50)], retryAfter: 50)
        #expect(refusal == tooSoon)
        try await newsroom.post("six", source: "another", at: .noon.later(10), rules: rules)
        for number in 0..<3 {
            try await newsroom.post("later \(number)", source: "s", at: .noon.later(61 + Double(number)), rules: rules)
        }
        let hour = await #expect(throws: Refusal.self) {
            try await newsroom.post("nine", source: "s", at: .noon.later(300), rules: rules)
        }
        #expect(hour?.retryAfter == 3_300)
        try await newsroom.post("nine", source: "s", at: .noon.later(3_601), rules: rules)
    }

    @Test("If two limits apply, the longer wait is reported", arguments: TestedEngine.allCases)
    func twoLimits(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let rules = PostingRules(
            closing: ClosingRule(days: nil), holdsUnknownNames: false,
            limits: [.init(2, per: 60), .init(3, per: 3_600)])
        for second in [0, 100, 110] {
            try await newsroom.post("at \(second)", source: "s", at: .noon.later(Double(second)), rules: rules)
        }
        let refusal = await #expect(throws: Refusal.self) {
            try await newsroom.post("too soon", source: "s", at: .noon.later(120), rules: rules)
        }
        #expect(refusal?.retryAfter == 3_480)
    }

    @Test("40 simultaneous comments cannot exceed a limit", arguments: TestedEngine.allCases)
    func concurrentLimits(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let rules = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: false, limits: [.init(5, per: 60)])
        let passed = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask { (try? await newsroom.post("\(number)", source: "s", rules: rules)) != nil }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(passed == 5)
    }
}
