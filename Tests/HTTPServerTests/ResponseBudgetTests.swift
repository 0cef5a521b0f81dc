import Foundation
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import TestSupport
import Testing

@testable import HTTPServer

@Suite("Memory budget of responses in flight", .timeLimit(.minutes(1)))
struct ResponseBudgetTests {
    private static let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    @Test("Responses share the budget and return their part once they are sent")
    func sharing() throws {
        let budget = ResponseBudget(bytes: 100)
        let connection = try EmbeddedChannel.connected()
        var first = budget.share(60, to: connection, now: Self.start)
        #expect(first != nil)
        #expect(budget.share(50, to: connection, now: Self.start) == nil)
        let second = budget.share(40, to: connection, now: Self.start)
        #expect(second != nil)
        first = nil
        #expect(budget.share(60, to: connection, now: Self.start) != nil)
        withExtendedLifetime(second) {}
    }

    @Test("A client that reads too slowly is disconnected only when others need its memory")
    func slowReaders() throws {
        let budget = ResponseBudget(bytes: 100)
        let (slow, other) = (try EmbeddedChannel.connected(), try EmbeddedChannel.connected())
        let first = budget.share(60, to: slow, now: Self.start)
        let later = Self.start + .seconds(6)
        let second = budget.share(30, to: other, now: later)
        #expect(second != nil && slow.isActive)
        let third = budget.share(60, to: other, now: later)
        #expect(third != nil && !slow.isActive && other.isActive)
        #expect(budget.share(60, to: other, now: later) == nil)
        withExtendedLifetime((first, second, third)) {}
    }

    @Test("If the budget is used up, a shared response is sent and any other is refused")
    func shared() async throws {
        let long = Array(repeating: UInt8(97), count: 100_000)
        for (isShared, status) in [(true, 200), (false, 503)] {
            let dispatcher = Dispatcher(LongPage(long, isShared: isShared), now: { Date(timeIntervalSince1970: 0) })
            let connection = try EmbeddedChannel.connected()
            let all = dispatcher.responses.share(64 << 20, to: connection)
            let head = HTTPRequestHead(version: .http1_0, method: .GET, uri: "/", headers: ["Connection": "keep-alive"])
            let request = IncomingRequest(head: head, for: dispatcher.application, budget: dispatcher.bodies)
            let outgoing = await withCheckedContinuation { asked in
                dispatcher.dispatch(request, peer: "127.0.0.1", client: ClientPresence(), on: connection) {
                    asked.resume(returning: $0)
                }
            }
            #expect(outgoing.response.status.code == status && outgoing.share == nil)
            withExtendedLifetime(all) {}
        }
    }
}

private struct LongPage: Application {
    let body: [UInt8]
    let isShared: Bool

    init(_ body: [UInt8], isShared: Bool) {
        self.body = body
        self.isShared = isShared
    }

    func readyResponse(to request: PlainRequest) -> ReadyResponse? { nil }
    func traits(of head: HTTPRequest) -> RequestTraits { RequestTraits() }
    func respond(to request: Request) async -> Response {
        Response(.ok, content: ByteBuffer(bytes: body), isShared: isShared)
    }
    func responseOverBudget(to request: Request) -> Response { Response(.serviceUnavailable) }
}
