import NIOCore

/// Handles input that is not a request, or that two servers could understand differently.
extension RequestHandler {
    private static let badRequest = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

    /// Answers with status 400 and closes the connection, because no byte after such input can be trusted.
    func answerBadRequest(_ context: ChannelHandlerContext, hasArrived: Bool) {
        socket.write(ByteBuffer(string: Self.badRequest))
        dispatcher.application.refusedInput(from: peerAddress(context))
        closeWhenWritten(context, hasArrived: hasArrived)
    }
}
