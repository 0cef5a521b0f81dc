import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// A request that is arriving: its head, and the body as far as the application wants it.
struct IncomingRequest: Sendable {
    let head: HTTPRequestHead
    /// The head in the application's types; `nil` if they cannot express it.
    let request: HTTPRequest?
    let traits: RequestTraits
    private(set) var body: [UInt8] = []
    /// The reason why the body was dropped.
    private(set) var excess: Excess?
    /// The body, if the application reads it while it arrives.
    var stream: BodyStream?
    private let budget: BodyBudget
    private var share: BodyBudget.Share?

    /// The limit that the body exceeds: that of its request, or the memory budget for all bodies.
    enum Excess { case limit, budget }

    init(head: HTTPRequestHead, for application: any Application, budget: BodyBudget) {
        self.head = head
        request = try? HTTPRequest(arrived: head)
        let readsBody = head.method != .GET && head.method != .HEAD
        traits = readsBody ? request.map(application.traits) ?? RequestTraits() : RequestTraits()
        self.budget = budget
    }

    /// Whether the connection's thread may answer the request. Parsing a long body takes time.
    var isBrief: Bool { traits.isBrief && body.count <= Self.longestBrief }

    private static let longestBrief = 32 << 10

    /// Whether the client waits for `100 Continue` before it sends the body (RFC 9110, section 10.1.1).
    var expectsContinue: Bool {
        head.headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" }
    }

    /// Whether a body of the declared length is wanted.
    var isBodyWanted: Bool { traits.bodyLimit > 0 && declaredLength <= traits.bodyLimit }

    private var declaredLength: Int { head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0 }

    /// The same request, to be answered without its body.
    var withoutBody: IncomingRequest {
        var request = self
        if traits.bodyLimit > 0 { request.giveUp(.limit) }
        return request
    }

    /// Whether no request can follow on the connection: the client says so, or asks for another protocol,
    /// which this server does not speak.
    var isLast: Bool { !head.isKeepAlive || head.method == .CONNECT || head.headers.contains(name: "upgrade") }

    /// The body for the application.
    var content: Request.Body {
        switch excess {
        case .limit: .tooLarge
        case .budget: .overBudget
        case nil: stream.map { .stream($0) } ?? .bytes(body)
        }
    }

    mutating func take(_ bytes: ByteBuffer) {
        guard excess == nil else { return }
        let length = body.count + bytes.readableBytes
        if length > traits.bodyLimit { return giveUp(.limit) }
        let counted = length - max(BodyBudget.free, body.count)
        if counted > 0 {
            let share = share ?? BodyBudget.Share(of: budget)
            self.share = share
            if !share.grow(by: counted) { return giveUp(.budget) }
        }
        body.append(contentsOf: bytes.readableBytesView)
    }

    private mutating func giveUp(_ excess: Excess) {
        self.excess = excess
        body = []
        share = nil
    }
}

extension HTTPRequest {
    /// Uses a target that begins with a slash unchanged. The library would first parse it as a URL, which
    /// adds 2% to the work for a page.
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
