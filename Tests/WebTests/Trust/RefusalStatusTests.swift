import HTTPTypes
import Markup
import Newsroom
import Testing

@testable import Web

@Suite("What a refusal is in HTTP", .timeLimit(.minutes(5)))
struct RefusalStatusTests {
    @Test("Every code has the status of its kind, which is one for refusals", arguments: Refusal.Code.allCases)
    func statuses(code: Refusal.Code) {
        let status = Refusal(code).kind.status
        #expect([.clientError, .serverError].contains(status.kind), "\(code.name)")
        // 500 is an incident.
        #expect(status != .internalServerError)
    }

    @Test("An answer that refuses has the status, and says after how many seconds the same may succeed")
    func answer() {
        let refusal = Refusal(.request(.tooSoon), [.seconds: .number(50)], retryAfter: 50)
        let answer = Answer.refusing(refusal, "")
        #expect(answer.status == .tooManyRequests && answer.fields[.retryAfter] == "50")
        #expect(Answer.refusing(Refusal(.missing(.story)), "").fields[.retryAfter] == nil)
    }
}
