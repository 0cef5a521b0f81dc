import NIOCore

/// The end of the pipeline at the socket. Bytes that are ready go out here, past what turns answers into bytes, and plain requests for
/// what is kept are answered here, before the parser: it gets the others.
final class WireEnd: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = IOData

    /// tcp(7), TCP_CORK.
    private static let cork = ChannelOptions.Types.SocketOption(level: .tcp, name: .init(rawValue: 3))

    private let pages: ReadyPages
    private var context: ChannelHandlerContext?
    /// Who answers on this connection, as long as it stands.
    private var gate: RequestGate?
    /// Whether the next byte begins a request: the parser has got nothing of this connection, or whole requests without a body. Once it
    /// has got anything else, all that comes is the parser's.
    private var isBetweenRequests = true
    private var isCorked = false

    init(pages: ReadyPages) { self.pages = pages }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        gate = nil
    }

    func lead(to gate: RequestGate) { self.gate = gate }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        while isBetweenRequests, bytes.readableBytes > 0, let gate {
            // Safe: they are bytes, and nothing of them is kept.
            let plain = bytes.withUnsafeReadableBytes { PlainReading.first(of: $0.assumingMemoryBound(to: UInt8.self)) }
            if let plain, gate.isIdle, let ready = pages.answer(to: plain.request) {
                bytes.moveReaderIndex(forwardBy: plain.length)
                gate.answer(ready)
            } else {
                isBetweenRequests = plain?.length == bytes.readableBytes
                break
            }
        }
        if bytes.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(bytes)) }
    }

    func write(_ bytes: ByteBuffer, promise: EventLoopPromise<Void>? = nil) {
        guard let context else { return promise?.fail(ChannelError.ioOnClosedChannel) ?? () }
        context.write(wrapOutboundOut(.byteBuffer(bytes)), promise: promise)
    }

    /// Whether the other side takes in what it is sent.
    var isClear: Bool { context?.channel.isWritable == true }

    /// Sends a head and what lies in a file. The system holds the head back until the rest follows it, which is when it is flushed.
    func write(_ head: ByteBuffer, _ file: PageFile) {
        guard let context else { return }
        // Each sending has a handle of its own, because two threads cannot use one. It gives the descriptor up unclosed: that is the file's.
        let handle = NIOFileHandle(_deprecatedTakingOwnershipOfDescriptor: file.descriptor)
        let isSent = context.eventLoop.makePromise(of: Void.self)
        isSent.futureResult.whenComplete { _ in
            withExtendedLifetime(file) { _ = try? handle.takeDescriptorOwnership() }
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
