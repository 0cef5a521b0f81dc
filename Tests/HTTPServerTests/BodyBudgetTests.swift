import NIOCore
import NIOHTTP1
import Testing

@testable import HTTPServer

@Suite("Memory budget of request bodies", .timeLimit(.minutes(1)))
struct BodyBudgetTests {
    private func request(in budget: BodyBudget, bytes: Int) throws -> IncomingRequest {
        let head = HTTPRequestHead(version: .http1_1, method: .POST, uri: "/form")
        var request = IncomingRequest(head: head, for: try OnePage([]), budget: budget)
        for _ in 0..<(bytes / 1_024) { request.take(ByteBuffer(repeating: 97, count: 1_024)) }
        return request
    }

    @Test("Large bodies share a budget and return their part, and forms of ordinary size need none")
    func bodies() throws {
        let budget = BodyBudget(bytes: 100 << 10)
        var first: IncomingRequest? = try request(in: budget, bytes: 90 << 10)
        #expect(first?.body.count == 90 << 10)
        let second = try request(in: budget, bytes: 90 << 10)
        #expect(second.excess == .budget && second.body.isEmpty)
        #expect(try request(in: budget, bytes: BodyBudget.free).excess == nil)
        first = nil
        #expect(try request(in: budget, bytes: 90 << 10).excess == nil)
        #expect(try request(in: BodyBudget(bytes: 8 << 20), bytes: 5 << 20).excess == .limit)
    }
}
