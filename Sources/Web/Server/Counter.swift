import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import Newsroom

/// Where requests are handed to the site, and answers come back.
struct Counter: Sendable {
    let site: Site

    /// Asks the site, on a thread of the reading room; `reply` is called there.
    func hand(_ request: ArrivedRequest, peer: String, reply: @escaping @Sendable (Answer) -> Void) {
        let site = site
        Task(executorPreference: ReadingRoom.shared) {
            guard let head = try? HTTPRequest(arrived: request.head) else {
                return reply(Answer(.badRequest, type: "text/plain; charset=utf-8"))
            }
            let incoming = Incoming(head: head, peer: peer) { limit in
                request.isTooLong || request.body.count > limit ? nil : request.body
            }
            reply(await site.answer(incoming))
        }
    }

    /// Bytes of a body that are worth keeping: as many as the row allows that the request will be answered by.
    func bodyLimit(_ head: HTTPRequestHead) -> Int {
        guard head.method != .GET, head.method != .HEAD, let method = HTTPRequest.Method(head.method.rawValue),
            case .found(let route, _) = site.routes.match(method, path: Target(head.uri).path)
        else { return 0 }
        return route.bodyLimit
    }

    func head(of answer: Answer, to request: HTTPRequestHead, closing: Bool) -> HTTPResponseHead {
        var head = HTTPResponseHead(version: request.version, status: .init(statusCode: answer.status.code))
        for field in answer.fields { head.headers.add(name: field.name.rawName, value: field.value) }
        head.headers.add(name: "Date", value: site.clock.now.httpDate)
        if answer.stream == nil, answer.status != .notModified {
            head.headers.add(name: "Content-Length", value: String(answer.content.readableBytes))
        }
        if closing {
            head.headers.add(name: "Connection", value: "close")
        } else if request.version != .http1_1 {
            head.headers.add(name: "Connection", value: "keep-alive")
        }
        return head
    }
}

extension HTTPRequest {
    /// A target that begins with a slash is taken as it stands: the library would first take each apart as an address, which is a
    /// fiftieth of the work for a page.
    fileprivate init(arrived head: HTTPRequestHead) throws {
        if head.uri.utf8.first == UInt8(ascii: "/") {
            self.init(
                method: try HTTPRequest.Method(head.method), scheme: "http",
                authority: head.headers.first(name: "host"),
                path: head.uri, headerFields: HTTPFields(head.headers, splitCookie: false))
        } else {
            try self.init(head, secure: false, splitCookie: false)
        }
    }
}

/// A request that has arrived, as far as it is read.
struct ArrivedRequest: Sendable {
    let head: HTTPRequestHead
    private(set) var body: [UInt8] = []
    /// Whether its body is longer than what is kept of it.
    private(set) var isTooLong = false
    private let limit: Int

    init(head: HTTPRequestHead, limit: Int) {
        self.head = head
        self.limit = limit
    }

    /// Whether its sender waits to be told that the body is wanted (RFC 9110, section 10.1.1).
    var mustBeAskedFor: Bool {
        limit > 0 && head.headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" }
    }

    /// Whether nothing can be read on the connection after it: its sender says so, or would go on in another protocol, which there is
    /// none of here.
    var isLast: Bool { !head.isKeepAlive || head.method == .CONNECT || head.headers.contains(name: "upgrade") }

    mutating func take(_ bytes: ByteBuffer) {
        guard !isTooLong, body.count + bytes.readableBytes <= limit else {
            isTooLong = true
            body = []
            return
        }
        body.append(contentsOf: bytes.readableBytesView)
    }
}
