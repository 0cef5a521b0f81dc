import Foundation
import Testing

@testable import Newsroom

@Suite("Refusals are codes with values", .timeLimit(.minutes(1)))
struct RefusalTests {
    @Test("Every code has a unique name of two parts, which is stable for programs")
    func names() {
        let names = Refusal.Code.allCases.map(\.name)
        #expect(Set(names).count == names.count && names.count > 80)
        for name in names { #expect(name.wholeMatch(of: /[a-z][A-Za-z]+\.[a-z][A-Za-z0-9]+/) != nil, "\(name)") }
    }

    @Test("Every kind has a code")
    func kinds() {
        #expect(Set(Refusal.Code.allCases.map(\.kind)) == Set(Refusal.Kind.allCases))
    }

    @Test("Values are encoded as plain JSON pairs")
    func pairs() throws {
        let values: [Refusal.Name: Refusal.Value] = [
            .limit: .number(5_000), .name: .text("A \"name\""), .time: .time(Date(timeIntervalSince1970: 0)),
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(values), as: UTF8.self)
        #expect(text == #"{"limit":5000,"name":"A \"name\"","time":"1970-01-01T00:00:00Z"}"#)
    }

    @Test("A moderator who rules too late learns who ruled first and how")
    func ruledMeanwhile() {
        let earlier = Ruling(
            id: .init(1), caseID: .init(1), comment: .init(1), staffName: "The moderator", outcome: .dismiss,
            clause: nil, sentence: nil, createdAt: .distantPast, undoneAt: nil)
        let refusal = Refusal.ruledMeanwhile(earlier)
        #expect(refusal.values == [.name: .text("The moderator"), .outcome: .text("dismiss")])
    }
}
