package import NIOCore

/// The body of an upload, in parts as they arrive. Reading it once is possible, by one task. If the reader is slow, the
/// server stops reading from the connection, so that at most half a megabyte waits in memory.
package struct BodyStream: AsyncSequence, Sendable {
    /// The reason why a body has no end.
    package enum Fault: Error, Sendable {
        /// The body exceeds the limit of its request.
        case tooLarge
        /// The connection was lost.
        case cut
    }

    package typealias Element = ByteBuffer
    fileprivate typealias Producer = NIOThrowingAsyncSequenceProducer<
        ByteBuffer, any Error, NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark, Reading
    >

    private let sequence: Producer

    package struct AsyncIterator: AsyncIteratorProtocol {
        fileprivate var iterator: Producer.AsyncIterator

        package mutating func next() async throws -> ByteBuffer? { try await iterator.next() }
    }

    package func makeAsyncIterator() -> AsyncIterator { AsyncIterator(iterator: sequence.makeAsyncIterator()) }

    /// A body whose parts are known, for tests.
    package init(_ parts: [ByteBuffer]) {
        let (stream, arrival) = Self.make(limit: .max) {}
        for part in parts { _ = arrival.take(part) }
        arrival.end()
        self = stream
    }

    private init(_ sequence: Producer) { self.sequence = sequence }

    /// Parts that wait in memory, each at most one read of the socket.
    private static let waiting = 2...8

    /// `resume` is called, on any thread, when the reader wants more or reads no longer.
    static func make(limit: Int, resume: @escaping @Sendable () -> Void) -> (BodyStream, Arrival) {
        let producer = NIOThrowingAsyncSequenceProducer.makeSequence(
            elementType: ByteBuffer.self, failureType: (any Error).self,
            backPressureStrategy: NIOAsyncSequenceProducerBackPressureStrategies.HighLowWatermark(
                lowWatermark: waiting.lowerBound, highWatermark: waiting.upperBound),
            finishOnDeinit: true, delegate: Reading(resume: resume))
        return (BodyStream(producer.sequence), Arrival(source: producer.source, limit: limit))
    }

    /// Hears of the reader.
    struct Reading: NIOAsyncSequenceProducerDelegate {
        let resume: @Sendable () -> Void

        func produceMore() { resume() }
        func didTerminate() { resume() }
    }

    /// The connection's end of the stream.
    final class Arrival {
        private let source: Producer.Source
        private let limit: Int
        private var length = 0
        /// Bytes that have arrived since the deadline was moved.
        var progress = 0

        fileprivate init(source: Producer.Source, limit: Int) {
            self.source = source
            self.limit = limit
        }

        /// Passes a part on. Returns whether more may be read from the connection now. Parts after the limit, or
        /// after the reader has stopped, is dropped.
        func take(_ part: ByteBuffer) -> Bool {
            length += part.readableBytes
            guard length <= limit else {
                source.finish(Fault.tooLarge)
                return true
            }
            return source.yield(part) != .stopProducing
        }

        func end() { source.finish() }

        func cut() { source.finish(Fault.cut) }
    }
}
