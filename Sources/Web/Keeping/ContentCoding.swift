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

extension ContentCoding {
    /// The codings that an `Accept-Encoding` allows, the best of ours first (RFC 9110, section 12.5.3). Identity is always
    /// last: who refuses even that gets it all the same.
    static func accepted(_ field: String?) -> [ContentCoding] {
        guard let field else { return [.identity] }
        var refused: Set<String> = []
        var named: Set<String> = []
        for part in field.utf8.split(separator: UInt8(ascii: ",")) {
            let pieces = part.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let name = pieces.first.map({ String(Substring($0)).lowercased().filter { $0 != " " } }) else {
                continue
            }
            let isRefused = pieces.count == 2 && pieces[1].isZeroWeight
            if isRefused { refused.insert(name) } else { named.insert(name) }
        }
        let packed: [ContentCoding] = [.brotli, .gzip].filter { coding in
            !refused.contains(coding.rawValue) && (named.contains(coding.rawValue) || named.contains("*"))
        }
        return packed + [.identity]
    }
}

extension Substring.UTF8View {
    /// Whether this is `q=0`, with as many zeros behind it as there may be.
    fileprivate var isZeroWeight: Bool {
        let text = filter { $0 != UInt8(ascii: " ") }
        guard text.count > 2, text[0] | 0x20 == UInt8(ascii: "q"), text[1] == UInt8(ascii: "=") else { return false }
        return text[2...].allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    }
}
