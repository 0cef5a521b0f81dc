import Foundation
import Newsroom

/// The fields of a form or a query (`application/x-www-form-urlencoded`, WHATWG URL Standard, section 5). The first of a name counts.
struct Form: Sendable {
    private static let mostFields = 64

    private let fields: [String: String]
    /// Whether there were more fields than are read.
    let hasTooManyFields: Bool
    /// Whether all of it was UTF-8; what was not stands as U+FFFD.
    let isUTF8: Bool

    static let empty = Form("")

    init(fields: [(String, String)]) {
        self.fields = Dictionary(fields) { first, _ in first }
        hasTooManyFields = false
        isUTF8 = true
    }

    init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

    init(_ bytes: [UInt8]) {
        var fields: [String: String] = [:]
        var isUTF8 = true
        let pairs = bytes.split(separator: UInt8(ascii: "&"), maxSplits: Self.mostFields)
        hasTooManyFields = pairs.count > Self.mostFields
        for pair in pairs.prefix(Self.mostFields) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Self.decoded(parts[0], &isUTF8)
            let value = parts.count == 2 ? Self.decoded(parts[1], &isUTF8) : ""
            if fields[name] == nil { fields[name] = value }
        }
        self.fields = fields
        self.isUTF8 = isUTF8
    }

    subscript(_ name: String) -> String? { fields[name] }

    /// Every field, by name.
    var pairs: [(String, String)] { fields.sorted { $0.key < $1.key } }

    /// Refuses with `invalid` bytes that are no text.
    func requireText() throws(Refusal) {
        guard isUTF8 else {
            throw .invalid("Some characters did not arrive as text; they are shown as \u{FFFD}. Please correct them.")
        }
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>, _ isUTF8: inout Bool) -> String {
        let out = bytes.withUnsafeBufferPointer { bytes in
            [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
                var index = 0
                while index < bytes.count {
                    let (byte, length) = decodedByte(at: index, of: bytes)
                    out[count] = byte
                    count += 1
                    index += length
                }
            }
        }
        if let text = String(validating: out, as: UTF8.self) { return text }
        isUTF8 = false
        return String(decoding: out, as: UTF8.self)
    }

    /// The byte that stands there, and how many stand for it.
    private static func decodedByte(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, length: Int) {
        switch bytes[index] {
        case UInt8(ascii: "+"): return (UInt8(ascii: " "), 1)
        case UInt8(ascii: "%") where index + 2 < bytes.count:
            guard let high = hex(bytes[index + 1]), let low = hex(bytes[index + 2]) else { return (bytes[index], 1) }
            return (high << 4 | low, 3)
        case let byte: return (byte, 1)
        }
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
