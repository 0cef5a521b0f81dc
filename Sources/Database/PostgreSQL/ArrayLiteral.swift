/// Many values as one parameter of PostgreSQL, which takes it apart: `unnest($1::bigint[])`. Written as the server reads arrays
/// (postgresql.org/docs/15/arrays.html, section 8.15.6).
package struct ArrayLiteral: Storable {
    private var text = "{"

    package init(_ values: some Sequence<some Storable>) {
        var isFirst = true
        for value in values {
            if !isFirst { text += "," }
            append(value.stored)
            isFirst = false
        }
        text += "}"
    }

    package var stored: StoredValue { .text(text) }
    package static var nothing: StoredValue { .text(nil) }

    /// It is never a column.
    package init?(_ columns: any RowColumns, at column: Int) { nil }

    private mutating func append(_ value: StoredValue) {
        switch value {
        case .integer(let number?): text += String(number)
        case .text(let words?): text += Self.quoted(words)
        case .integer(nil), .text(nil): text += "NULL"
        }
    }

    private static func quoted(_ words: String) -> String {
        let mustEscape = words.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
        guard mustEscape else { return "\"\(words)\"" }
        var bytes: [UInt8] = []
        for byte in words.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
        return "\"\(String(decoding: bytes, as: UTF8.self))\""
    }
}
