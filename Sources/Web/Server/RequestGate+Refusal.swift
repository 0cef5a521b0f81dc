import NIOCore

/// What is no request that can be understood in one way.
extension RequestGate {
    private static let badRequest = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

    /// Says so, and ends the connection: nothing is made of what comes after it.
    func refuse(_ context: ChannelHandlerContext, hasArrived: Bool) {
        wire.write(ByteBuffer(string: Self.badRequest))
        closeWhenWritten(context, hasArrived: hasArrived)
    }
}
