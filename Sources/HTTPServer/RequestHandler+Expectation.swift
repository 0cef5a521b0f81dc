import NIOCore

/// Serves clients that ask whether their body is wanted (RFC 9110, section 10.1.1).
extension RequestHandler {
    /// Tells the client to continue, or responds immediately without the body.
    func answerExpectation(of request: IncomingRequest, _ context: ChannelHandlerContext) {
        if request.isBodyWanted {
            socket.write(ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n"))
            socket.flush()
            receive(request, context)
        } else {
            // The body may arrive anyway, so nothing after it can be read.
            isEnding = true
            respond(to: request.withoutBody, hasArrived: false, context)
        }
    }
}
