/// Many values in one parameter, which PostgreSQL expands again: `unnest($1::bigint[])`. Written in the
/// syntax of the server's array input (postgresql.org/docs/15/arrays.html, section 8.15.6).
package struct ArrayLiteral: Storable {
    private let text: String

    package init(_ values: some Collection<some Storable>) { self.init(stored: values.lazy.map(\.stored)) }

    package init(stored values: some Collection<StoredValue>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count * 24)
        for value in values {
            bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
            Self.append(value, to: &bytes)
        }
        if bytes.isEmpty { bytes.append(UInt8(ascii: "{")) }
        bytes.append(UInt8(ascii: "}"))
        text = String(decoding: bytes, as: UTF8.self)
    }

    package var stored: StoredValue { .text(text) }
    package static var nothing: StoredValue { .text(nil) }

    /// Always `nil`: an array is never read from a column.
    package init?(_ row: Row, at column: Int) { nil }

    private static func append(_ value: StoredValue, to bytes: inout [UInt8]) {
        switch value {
        case .integer(let number?): bytes.append(contentsOf: String(number).utf8)
        case .text(var words?): words.withUTF8 { appendQuoted($0, to: &bytes) }
        case .integer(nil), .text(nil): bytes.append(contentsOf: "NULL".utf8)
        }
    }

    /// Copies runs of bytes that need no backslash, because most texts need none at all.
    private static func appendQuoted(_ words: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var start = 0
        for index in words.indices where words[index] == UInt8(ascii: "\"") || words[index] == UInt8(ascii: "\\") {
            bytes.append(contentsOf: words[start..<index])
            bytes.append(UInt8(ascii: "\\"))
            start = index
        }
        bytes.append(contentsOf: words[start...])
        bytes.append(UInt8(ascii: "\""))
    }
}
