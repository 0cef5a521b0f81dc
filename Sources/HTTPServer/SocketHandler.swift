import NIOCore

/// The handler next to the socket. It sends ready bytes past the encoder. It also answers plain requests
/// whose response is ready before the parser sees them; the parser gets all others.
final class SocketHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = IOData

    /// tcp(7), TCP_CORK.
    private static let cork = ChannelOptions.Types.SocketOption(level: .tcp, name: .init(rawValue: 3))

    private let application: any Application
    private var context: ChannelHandlerContext?
    /// Answers on this connection while it is open.
    private var requests: RequestHandler?
    /// Whether the next byte begins a request: so far, the parser has received nothing but complete requests
    /// without a body. Once it has received anything else, it receives all further bytes.
    private var isBetweenRequests = true
    private var isCorked = false

    init(application: any Application) { self.application = application }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        requests = nil
    }

    func hand(to requests: RequestHandler) { self.requests = requests }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        var arrival = NIODeadline.now()
        while isBetweenRequests, bytes.readableBytes > 0, let requests {
            // Safe: the memory holds bytes, and no reference to it is kept.
            var plain = bytes.withUnsafeReadableBytes {
                PlainRequestParser.first(of: $0.assumingMemoryBound(to: UInt8.self))
            }
            if application.wantsDetails, let length = plain?.length {
                plain?.request.details = details(of: bytes, length, requests.peerAddress(context))
            }
            if let plain, requests.isIdle, let ready = application.readyResponse(to: plain.request) {
                bytes.moveReaderIndex(forwardBy: plain.length)
                arrival = requests.answer(with: ready, since: arrival)
            } else {
                isBetweenRequests = plain?.length == bytes.readableBytes
                break
            }
        }
        if bytes.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(bytes)) }
    }

    private func details(of bytes: ByteBuffer, _ length: Int, _ peer: String) -> RequestDetails {
        // Safe: as above.
        let fields = bytes.withUnsafeReadableBytes {
            PlainRequestParser.fields(
                of: UnsafeBufferPointer(rebasing: $0.assumingMemoryBound(to: UInt8.self)[..<length]))
        }
        return RequestDetails(fields: fields, peer: peer)
    }

    func write(_ bytes: ByteBuffer, promise: EventLoopPromise<Void>? = nil) {
        guard let context else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: promise)
    }

    /// Whether the client accepts the bytes sent to it.
    var isClear: Bool { context?.channel.isWritable == true }

    /// Sends a head, and a body from its file. The system holds the head back until the body follows at the
    /// next flush.
    func write(_ head: ByteBuffer, _ file: ResponseFile) {
        guard let context else { return }
        // Each response needs its own handle, because two threads cannot share one. At the end the handle
        // gives up the descriptor without closing it, because the descriptor belongs to `owner`.
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: file.descriptor)
        let isSent = context.eventLoop.makePromise(of: Void.self)
        isSent.futureResult.whenComplete { _ in
            withExtendedLifetime(file.owner) { _ = try? handle.takeDescriptorOwnership() }
        }
        let region = FileRegion(fileHandle: handle, readerIndex: 0, endIndex: file.length)
        cork(true)
        write(head)
        context.write(wrapOutboundOut(.fileRegion(region)), promise: isSent)
    }

    func flush() {
        context?.flush()
        if isCorked { cork(false) }
    }

    private func cork(_ isCorked: Bool) {
        self.isCorked = isCorked
        try? context?.channel.syncOptions?.setOption(Self.cork, value: isCorked ? 1 : 0)
    }
}
