import HTTPTypes
import Markup
import Newsroom
import Testing

@testable import Web

@Suite("HTTP statuses of refusals", .timeLimit(.minutes(5)))
struct RefusalStatusTests {
    @Test("Every code has the error status of its kind", arguments: Refusal.Code.allCases)
    func statuses(code: Refusal.Code) {
        let status = Refusal(code).kind.status
        #expect([.clientError, .serverError].contains(status.kind), "\(code.name)")
        // 500 is for unexpected errors only.
        #expect(status != .internalServerError)
    }

    @Test("A refusing response has the status, and Retry-After if a later try may succeed")
    func answer() {
        let refusal = Refusal(.request(.tooSoon), [.seconds: .number(50)], retryAfter: 50)
        let answer = Answer.refusing(refusal, "")
        #expect(answer.status == .tooManyRequests && answer.fields[.retryAfter] == "50")
        #expect(Answer.refusing(Refusal(.missing(.story)), "").fields[.retryAfter] == nil)
    }
}
