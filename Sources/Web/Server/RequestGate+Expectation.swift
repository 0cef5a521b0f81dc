import NIOCore
import NIOHTTP1

/// Whoever waits to be told whether a body is wanted (RFC 9110, section 10.1.1).
extension RequestGate {
    /// Tells to go on, or the answer at once.
    func tellSender(of request: ArrivedRequest, _ context: ChannelHandlerContext) {
        if request.isBodyWanted {
            phase = .arriving(request)
            wire.write(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n"))
            wire.flush()
        } else {
            // Whether the body comes all the same nobody can know.
            isEnding = true
            ask(request.withoutBody, hasArrived: false, context)
        }
    }
}
