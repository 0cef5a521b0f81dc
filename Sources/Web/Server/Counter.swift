import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1
import Newsroom

/// Where requests are handed to the site, and answers come back.
struct Counter: Sendable {
    let site: Site
    let bodies = BodyRoom()
    let answers = AnswerRoom()
    let date: DateLine

    init(site: Site) {
        self.site = site
        date = DateLine(clock: site.clock, store: site.press.store)
    }

    /// Asks the site, in the reading room, or where the request arrived if that takes a moment; `reply` is called there.
    func hand(
        _ request: ArrivedRequest, peer: String, client: ClientPresence, on connection: any Channel,
        reply: @escaping @Sendable (Answer) -> Void
    ) {
        let site = site
        Task(executorPreference: request.isBrief ? Doorway(connection.eventLoop) : ReadingRoom.shared) {
            guard let head = try? HTTPRequest(arrived: request.head) else {
                return reply(Answer(.badRequest, type: "text/plain; charset=utf-8"))
            }
            let incoming = Incoming(head: head, peer: peer, client: client, row: request.row) { limit in
                switch request.excess {
                case .room: throw Refusal.noRoomForBodies
                case .row: nil
                case nil: request.body.count > limit ? nil : request.body
                }
            }
            reply(placed(await site.answer(incoming), to: request, on: connection))
        }
    }

    /// The answer, or where there is no room for it, a short one. It gives back what was typed, unless that is more than people type.
    private func placed(_ answer: Answer, to request: ArrivedRequest, on connection: any Channel) -> Answer {
        let length = answer.content.readableBytes
        guard length > AnswerRoom.free, !answer.isKept, request.head.method != .HEAD else { return answer }
        var answer = answer
        answer.place = answers.place(length, to: connection)
        guard answer.place == nil else { return answer }
        let typed = request.body.count <= AnswerRoom.free ? Form(request.body).typed : nil
        return site.finish(site.page(of: .noRoomForAnswers, keeping: typed), cache: .personal)
    }

    /// The row that a request with a body will be answered by, which says how much of it is worth keeping; `nil` where the target alone
    /// does not tell.
    func row(for head: HTTPRequestHead) -> RouteTable.Found? {
        guard head.method != .GET, head.method != .HEAD, let method = HTTPRequest.Method(head.method.rawValue),
            case .found(let route, let values) = site.routes.match(method, path: Target(head.uri).path)
        else { return nil }
        return (route, values)
    }

    /// What stands before a stream.
    func head(of answer: Answer, to request: HTTPRequestHead, closing: Bool) -> HTTPResponseHead {
        var head = HTTPResponseHead(version: request.version, status: .init(statusCode: answer.status.code))
        for field in answer.fields { head.headers.add(name: field.name.rawName, value: field.value) }
        head.headers.add(name: "Date", value: site.clock.now.httpDate)
        if let word = request.connection(closing: closing) { head.headers.add(name: "Connection", value: word) }
        return head
    }

    /// What stands before the content of any other answer, as it goes to the connection (RFC 9112, sections 4 and 5).
    func bytes(before answer: Answer, to request: HTTPRequestHead, closing: Bool) -> ByteBuffer {
        var bytes = ByteBufferAllocator().buffer(capacity: 1_024)
        bytes.writeString("HTTP/\(request.version.major).\(request.version.minor) \(answer.status.code) ")
        bytes.writeString(answer.status.reasonPhrase)
        bytes.writeStaticString("\r\n")
        for field in answer.fields { bytes.writeField(field.name.rawName, field.value) }
        if let word = request.connection(closing: closing) { bytes.writeField("Connection", word) }
        if answer.status != .notModified {
            bytes.writeField("Content-Length", String(answer.content.readableBytes))
        }
        bytes.writeImmutableBuffer(date.bytes)
        return bytes
    }
}

extension HTTPRequestHead {
    /// What the answer says of the connection, where it goes without saying otherwise.
    fileprivate func connection(closing: Bool) -> String? {
        closing ? "close" : version == .http1_1 ? nil : "keep-alive"
    }
}

extension Refusal {
    fileprivate static let noRoomForBodies = Refusal(.service(.bodiesFull), retryAfter: 5)
    fileprivate static let noRoomForAnswers = Refusal(.service(.answersFull), retryAfter: 5)
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
