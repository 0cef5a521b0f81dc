/// A JSON value (RFC 8259) that a page holds for machines. Members that are `nil` are left out.
package enum JSON {
    case text(String)
    case number(Int)
    case truth(Bool)
    case list([JSON])
    /// Members, in the order in which they are written.
    case object(KeyValuePairs<StaticString, JSON?>)

    package static func texts(_ texts: [String]) -> JSON { .list(texts.map { .text($0) }) }
}

extension HTML {
    /// A `<script>` block of data, such as JSON-LD. Nothing in the value can end the block, because `<`, `>`
    /// and `&` are written as `\u` escapes.
    package static func dataBlock(type: StaticString, _ value: JSON) -> HTML {
        var bytes: [UInt8] = []
        value.write(to: &bytes)
        return "<script type=\"\(type)\">\(HTML(bytes: bytes))</script>"
    }
}

/// Writes JSON without Foundation's encoder, which took a twelfth of a story page's rendering time for this
/// one block.
extension JSON {
    fileprivate func write(to out: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, to: &out)
        case .number(let number): out.append(decimal: Int64(number))
        case .truth(let truth): out.append(truth ? "true" : "false")
        case .list(let values):
            out.append("[")
            for (index, value) in values.enumerated() {
                if index > 0 { out.append(",") }
                value.write(to: &out)
            }
            out.append("]")
        case .object(let members):
            out.append("{")
            var isFirst = true
            for case (let name, let value?) in members {
                out.append(isFirst ? "\"" : ",\"")
                out.append(name)
                out.append("\":")
                value.write(to: &out)
                isFirst = false
            }
            out.append("}")
        }
    }

    private static func write(_ text: String, to out: inout [UInt8]) {
        var text = text
        out.append("\"")
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices where mustBeEscaped(utf8[index]) {
                out.append(contentsOf: utf8[start..<index])
                writeEscaped(utf8[index], to: &out)
                start = index + 1
            }
            out.append(contentsOf: utf8[start...])
        }
        out.append("\"")
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), ..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
            true
        default: false
        }
    }

    private static func writeEscaped(_ byte: UInt8, to out: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): out.append("\\\"")
        case UInt8(ascii: "\\"): out.append("\\\\")
        default:
            out.append("\\u00")
            out.append(digit(byte >> 4))
            out.append(digit(byte & 0xF))
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }
}
