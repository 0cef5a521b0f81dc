import Foundation

extension HTML {
    /// A `<script>` block of data (JSON-LD and the like). Nothing in it can end the block: `<`, `>` and `&` are written as `\u` escapes.
    package static func dataBlock(type: StaticString, _ value: some Encodable) throws -> HTML {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var escaped: [UInt8] = []
        for byte in [UInt8](try encoder.encode(value)) {
            switch byte {
            case UInt8(ascii: "<"): escaped.append("\\u003c")
            case UInt8(ascii: ">"): escaped.append("\\u003e")
            case UInt8(ascii: "&"): escaped.append("\\u0026")
            default: escaped.append(byte)
            }
        }
        return "<script type=\"\(type)\">\(HTML(bytes: escaped))</script>"
    }
}
