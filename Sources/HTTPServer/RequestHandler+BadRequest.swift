import NIOCore

/// Input that is not a request, or one that two servers could understand differently.
extension RequestHandler {
    private static let badRequest = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

    /// Says so and ends the connection: no byte after it can be trusted.
    func answerBadRequest(_ context: ChannelHandlerContext, hasArrived: Bool) {
        socket.write(ByteBuffer(string: Self.badRequest))
        closeWhenWritten(context, hasArrived: hasArrived)
    }
}
