import NIOCore
import NIOHTTP1

/// A request that has arrived, as far as it is read.
struct ArrivedRequest: Sendable {
    let head: HTTPRequestHead
    private(set) var body: [UInt8] = []
    /// Why its body is not kept.
    private(set) var excess: Excess?
    /// The row that will answer it, where that is known.
    let row: RouteTable.Found?
    private let room: BodyRoom
    private var share: BodyRoom.Share?

    /// What a body is too large for: its row, or the room that is left.
    enum Excess { case row, room }

    init(head: HTTPRequestHead, row: RouteTable.Found?, room: BodyRoom) {
        self.head = head
        self.row = row
        self.room = room
    }

    private var limit: Int { row?.route.bodyLimit ?? 0 }

    /// Whether it may be carried out on the thread of its connection: what is long takes time to take apart.
    var isBrief: Bool {
        row?.route.isBrief == true && body.count <= Self.longestBrief
    }

    private static let longestBrief = 32 << 10

    /// Whether its sender waits to be told whether the body is wanted (RFC 9110, section 10.1.1).
    var isSenderWaiting: Bool {
        head.headers[canonicalForm: "expect"].contains { $0.lowercased() == "100-continue" }
    }

    /// Whether a body is wanted, of the length that it is said to have.
    var isBodyWanted: Bool { limit > 0 && declaredLength <= limit }

    private var declaredLength: Int { head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0 }

    /// As it is answered without its body.
    var withoutBody: ArrivedRequest {
        var request = self
        if limit > 0 { request.giveUp(.row) }
        return request
    }

    /// Whether nothing can be read on the connection after it: its sender says so, or would go on in another protocol, which there is
    /// none of here.
    var isLast: Bool { !head.isKeepAlive || head.method == .CONNECT || head.headers.contains(name: "upgrade") }

    mutating func take(_ bytes: ByteBuffer) {
        guard excess == nil else { return }
        let length = body.count + bytes.readableBytes
        if length > limit { return giveUp(.row) }
        let counted = length - max(BodyRoom.free, body.count)
        if counted > 0 {
            let share = share ?? BodyRoom.Share(of: room)
            self.share = share
            if !share.grow(by: counted) { return giveUp(.room) }
        }
        body.append(contentsOf: bytes.readableBytesView)
    }

    private mutating func giveUp(_ excess: Excess) {
        self.excess = excess
        body = []
        share = nil
    }
}
