import Testing

@testable import Bucket

@Suite("The way to a store over HTTP", .timeLimit(.minutes(1)))
struct HTTPTransportTests {
    private func reply(
        _ answer: String, closing: Bool = false, limit: Int = 100, within time: Duration = .seconds(20)
    ) async throws -> BucketReply {
        let server = try await CannedServer(answer, closing: closing)
        let request = BucketRequest(method: "GET", host: server.host, path: "/a", fields: [("host", server.host)])
        let outcome: Result<BucketReply, any Error>
        do {
            outcome = .success(try await HTTPTransport(scheme: "http").send(request, limit: limit, within: time))
        } catch { outcome = .failure(error) }
        try await server.close()
        return try outcome.get()
    }

    private func fault(
        _ answer: String, closing: Bool = false, limit: Int = 100, within time: Duration = .seconds(20)
    ) async -> BucketFault? {
        await #expect(throws: BucketFault.self) {
            try await reply(answer, closing: closing, limit: limit, within: time)
        }
    }

    @Test("Status, fields and body come as they were sent")
    func plain() async throws {
        let reply = try await reply("HTTP/1.1 404 Not Found\r\nX-Amz-Word: A\r\nContent-Length: 4\r\n\r\nbody")
        #expect(reply.status == 404 && reply.fields["x-amz-word"] == "A" && reply.body == Array("body".utf8))
    }

    @Test("No redirection is followed")
    func redirection() async throws {
        let reply = try await reply(
            "HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n")
        #expect(reply.status == 307)
    }

    @Test("A body that is longer than the limit is not taken, whether its length is said or not")
    func tooLong() async {
        let body = String(repeating: "a", count: 101)
        for head in [
            "Content-Length: 101\r\n\r\n\(body)", "Transfer-Encoding: chunked\r\n\r\n65\r\n\(body)\r\n0\r\n\r\n",
        ] {
            #expect(await fault("HTTP/1.1 200 OK\r\n\(head)") == .unexpected("more than 100 bytes"))
        }
    }

    @Test("Half an answer, none in time and nobody at all are one and the same: it does not answer")
    func silent() async throws {
        func isUnreachable(_ fault: BucketFault?) -> Bool { if case .unreachable = fault { true } else { false } }
        #expect(isUnreachable(await fault("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf", closing: true)))
        #expect(isUnreachable(await fault("HTTP/1.1 200 OK\r\n", within: .milliseconds(200))))
        #expect(
            isUnreachable(
                await fault("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf", within: .milliseconds(200))))
        let server = try await CannedServer("")
        try await server.close()
        let request = BucketRequest(method: "GET", host: server.host, path: "/a")
        let gone = await #expect(throws: BucketFault.self) {
            try await HTTPTransport(scheme: "http").send(request, limit: 1, within: .seconds(20))
        }
        #expect(isUnreachable(gone))
    }
}
