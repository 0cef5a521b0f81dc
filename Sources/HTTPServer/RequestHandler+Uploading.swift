import NIOCore

/// Receives bodies that the application reads while they arrive.
extension RequestHandler {
    /// Bytes of an upload that must arrive within the time for a request.
    private static let leastProgress = 64 << 10

    /// Begins to receive the body of a request. The application answers an upload from its head on, so that nothing of
    /// a body is stored for a client that may not send one.
    func receive(_ request: IncomingRequest, _ context: ChannelHandlerContext) {
        guard request.traits.streamsBody else { return phase = .arriving(request) }
        guard request.isBodyWanted else {
            isEnding = true
            return respond(to: request.withoutBody, hasArrived: false, context)
        }
        let (loop, bound) = (
            context.eventLoop, NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        )
        let (stream, arrival) = BodyStream.make(limit: request.traits.bodyLimit) {
            loop.execute { bound.value.handler.resumeUpload(bound.value.context) }
        }
        upload = arrival
        var request = request
        request.stream = stream
        respond(to: request, hasArrived: false, context)
    }

    func take(_ part: ByteBuffer) {
        guard let upload else { return }
        upload.progress += part.readableBytes
        if upload.progress >= Self.leastProgress {
            upload.progress = 0
            deadline.advance()
        }
        guard !upload.take(part) else { return }
        (isUploadHeld, deadline.isHeld) = (true, true)
    }

    func endUpload(_ end: (BodyStream.Arrival) -> Void) {
        guard let upload else { return }
        end(upload)
        self.upload = nil
        (isUploadHeld, deadline.isHeld) = (false, false)
    }

    private func resumeUpload(_ context: ChannelHandlerContext) {
        guard isUploadHeld, context.channel.isActive else { return }
        (isUploadHeld, deadline.isHeld) = (false, false)
        deadline.advance()
        goOn(context)
    }
}
