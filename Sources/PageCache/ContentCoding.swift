import CBrotli
import CZlib

/// A content coding: how the bytes of a page are compressed (RFC 9110, section 8.4.1; RFC 7932 for Brotli).
package enum ContentCoding: String, Sendable, CaseIterable {
    case identity, gzip
    case brotli = "br"

    /// The compressed bytes; `nil` if compression fails or saves nothing.
    package func compress(_ bytes: [UInt8]) -> [UInt8]? {
        let compressed =
            switch self {
            case .identity: nil as [UInt8]?
            case .gzip: Self.gzipped(bytes)
            case .brotli: Self.brotliCompressed(bytes)
            }
        return compressed.flatMap { $0.count < bytes.count ? $0 : nil }
    }

    private static func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 more for gzip's header and trailer (zlib.h, deflateInit2).
        guard
            deflateInit2_(
                &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let capacity = Int(deflateBound(&stream, UInt(bytes.count)))
        let compressed = input.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(capacity)
                let isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = isDone ? capacity - Int(stream.avail_out) : 0
            }
        }
        return compressed.isEmpty ? nil : compressed
    }

    private static func brotliCompressed(_ bytes: [UInt8]) -> [UInt8]? {
        let capacity = BrotliEncoderMaxCompressedSize(bytes.count)
        guard capacity > 0 else { return nil }
        let compressed = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            count = capacity
            let isDone = BrotliEncoderCompress(
                5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &count, output.baseAddress)
            if isDone == 0 { count = 0 }
        }
        return compressed.isEmpty ? nil : compressed
    }
}
