import CBrotli
import CZlib

/// How the bytes of an answer are packed (RFC 9110, section 8.4.1; RFC 7932 for Brotli).
enum ContentCoding: String, Sendable, CaseIterable {
    case identity, gzip
    case brotli = "br"

    /// Packs bytes; `nil` where that fails or makes nothing smaller.
    func pack(_ bytes: [UInt8]) -> [UInt8]? {
        let packed =
            switch self {
            case .identity: nil as [UInt8]?
            case .gzip: Self.gzipped(bytes)
            case .brotli: Self.brotlied(bytes)
            }
        return packed.flatMap { $0.count < bytes.count ? $0 : nil }
    }

    private static func gzipped(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 more for gzip's own head and foot (zlib.h, deflateInit2).
        guard
            deflateInit2_(
                &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = Int(deflateBound(&stream, UInt(bytes.count)))
        let packed = input.withUnsafeMutableBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: room) { output, count in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                let isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = isDone ? room - Int(stream.avail_out) : 0
            }
        }
        return packed.isEmpty ? nil : packed
    }

    private static func brotlied(_ bytes: [UInt8]) -> [UInt8]? {
        let room = BrotliEncoderMaxCompressedSize(bytes.count)
        guard room > 0 else { return nil }
        let packed = [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = room
            let isDone = BrotliEncoderCompress(
                5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.count, bytes, &count, output.baseAddress)
            if isDone == 0 { count = 0 }
        }
        return packed.isEmpty ? nil : packed
    }
}
