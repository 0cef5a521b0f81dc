import Foundation

extension HTML {
    /// A `<script>` block of data (JSON-LD and the like). Nothing in it can end the block: `<`, `>` and `&` are written as `\u` escapes.
    package static func dataBlock(type: StaticString, _ value: some Encodable) throws -> HTML {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var escaped: [UInt8] = []
        for byte in try encoder.encode(value) {
            switch byte {
            case UInt8(ascii: "<"): escaped.append(contentsOf: "\\u003c".utf8)
            case UInt8(ascii: ">"): escaped.append(contentsOf: "\\u003e".utf8)
            case UInt8(ascii: "&"): escaped.append(contentsOf: "\\u0026".utf8)
            default: escaped.append(byte)
            }
        }
        let name = HTML(stringLiteral: type)
        return "<script type=\"\(name)\">\(HTML(bytes: escaped))</script>"
    }
}
