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
    /// What an `Accept-Encoding` names that is of interest here.
    private struct Names: OptionSet {
        let rawValue: UInt8
        static let brotli = Names(rawValue: 1)
        static let gzip = Names(rawValue: 2)
        static let any = Names(rawValue: 4)

        /// Case does not matter, nor do spaces around it.
        init(_ name: Substring.UTF8View) {
            let letters = name.lazy.filter { $0 != UInt8(ascii: " ") }.map { $0 | 0x20 }
            if letters.elementsEqual("gzip".utf8) {
                self = .gzip
            } else if letters.elementsEqual("br".utf8) {
                self = .brotli
            } else {
                self = letters.elementsEqual("*".utf8) ? .any : []
            }
        }

        init(rawValue: UInt8) { self.rawValue = rawValue }
    }

    /// The codings that an `Accept-Encoding` allows, the best of ours first (RFC 9110, section 12.5.3). Identity is always
    /// last: who refuses even that gets it all the same. Each request says this, so it is read without anything being copied.
    static func accepted(_ field: String?) -> [ContentCoding] {
        guard let field else { return [.identity] }
        var (named, refused): (Names, Names) = ([], [])
        var rest = field[...].utf8
        while !rest.isEmpty {
            let part = rest.prefix { $0 != UInt8(ascii: ",") }
            rest = rest[part.endIndex...].dropFirst()
            let name = part.prefix { $0 != UInt8(ascii: ";") }
            if part[name.endIndex...].dropFirst().isZeroWeight {
                refused.formUnion(Names(name))
            } else {
                named.formUnion(Names(name))
            }
        }
        let isAllowed = { (name: Names) in !refused.contains(name) && (named.contains(name) || named.contains(.any)) }
        switch (isAllowed(.brotli), isAllowed(.gzip)) {
        case (true, true): return [.brotli, .gzip, .identity]
        case (true, false): return [.brotli, .identity]
        case (false, true): return [.gzip, .identity]
        case (false, false): return [.identity]
        }
    }
}

extension Substring.UTF8View {
    /// Whether this is `q=0`, with as many zeros behind it as there may be.
    fileprivate var isZeroWeight: Bool {
        let text = lazy.filter { $0 != UInt8(ascii: " ") }.map { $0 | 0x20 }
        return text.starts(with: "q=0".utf8)
            && text.dropFirst(2).allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    }
}
