import CZlib

/// A stream of deflated bytes without a header (RFC 1951).
final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private static let room = 64 << 10

    init() throws {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // A negative window means no header and no trailer (zlib.h, deflateInit2).
        let outcome = deflateInit2_(
            stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard outcome == Z_OK else { throw ZipWriter.Fault.compression }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// The next compressed bytes. zlib keeps some back until the last call.
    func compress(_ bytes: [UInt8], isLast: Bool) throws -> [UInt8] {
        var (input, out) = (bytes, [UInt8]())
        return try input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            var room = [UInt8](repeating: 0, count: Self.room)
            repeat {
                let outcome = room.withUnsafeMutableBufferPointer { room in
                    stream.pointee.next_out = room.baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    return deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                }
                guard outcome != Z_STREAM_ERROR else { throw ZipWriter.Fault.compression }
                out += room.prefix(Self.room - Int(stream.pointee.avail_out))
            } while stream.pointee.avail_out == 0
            return out
        }
    }
}
