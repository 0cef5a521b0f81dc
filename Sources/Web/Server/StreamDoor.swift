import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import Newsroom

/// Answers who wants to listen. The site is asked like for any other request, but by a task that ends with the answer's beginning: a
/// connection that is waiting for hours for the next event must not hold on to the memory of a request.
struct StreamDoor: Sendable {
    let site: Site

    /// Whether a request is for a stream of events.
    func isAsked(by head: HTTPRequestHead) -> Bool {
        head.method == .GET && head.uri.prefix { $0 != "?" }.hasSuffix("/live")
    }

    func answer(_ head: HTTPRequestHead, on connection: any Channel) {
        let site = site
        Task {
            do {
                let request = try HTTPRequest(head, secure: false, splitCookie: false)
                let peer = connection.remoteAddress?.ipAddress ?? ""
                let answer = await site.answer(Incoming(head: request, peer: peer) { _ in [] })
                try await Self.send(answer, site, on: connection)
            } catch {
                connection.close(promise: nil)
            }
        }
    }

    private static func send(_ answer: Answer, _ site: Site, on connection: any Channel) async throws {
        var fields = answer.fields
        fields[.date] = site.clock.now.httpDate
        if answer.stream == nil { fields[.contentLength] = String(answer.content.readableBytes) }
        let head = HTTPResponse(status: answer.status, headerFields: fields)
        connection.write(HTTPResponsePart.head(head), promise: nil)
        if let stream = answer.stream { return try await stream.begin(on: connection) }
        connection.write(HTTPResponsePart.body(answer.content), promise: nil)
        try await connection.writeAndFlush(HTTPResponsePart.end(nil))
    }
}
