/// Markup that is safe from injection: tags are literals in the program, and everything interpolated is
/// escaped.
///
///     let line: HTML = "<p class=\"byline\">By \(name)</p>"
///
/// Only another `HTML` is inserted unescaped. Attributes are always in double quotes; an attribute that holds
/// an address takes a `SafeURL`. The type also writes XML, which escapes the same five characters.
package struct HTML: Sendable {
    /// The finished stretches of markup. They move from a part into a page without being copied.
    private var sheets: [[UInt8]] = []
    /// The stretch being written. It begins after a line end, so an attribute and its value are always in the
    /// same stretch.
    var line: [UInt8] = []

    /// The length in bytes from which a stretch becomes a sheet: long enough to be worth its own array, short
    /// enough for the allocator to reuse memory that was freed a moment ago.
    private static let sheetLength = 16_384

    package init() {}

    init(bytes: [UInt8]) { line = bytes }

    /// Text, escaped.
    package init(text: some StringProtocol) { Escape.append(String(text), to: &line) }

    package var isEmpty: Bool { line.isEmpty && sheets.isEmpty }

    /// The length in bytes.
    package var count: Int { sheets.reduce(line.count) { $0 + $1.count } }

    /// All bytes in one array. Each call joins the sheets again.
    package var bytes: [UInt8] {
        guard !sheets.isEmpty else { return line }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for sheet in sheets { bytes.append(contentsOf: sheet) }
        bytes.append(contentsOf: line)
        return bytes
    }

    /// Calls `body` for each part, without copying it.
    package func forEachPart(_ body: ([UInt8]) -> Void) {
        for sheet in sheets { body(sheet) }
        body(line)
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func append(_ other: HTML) {
        if other.sheets.isEmpty {
            // Appending the array itself would retain and release it each time.
            other.line.withUnsafeBufferPointer { line.append(contentsOf: $0) }
        } else if endsLine {
            if !line.isEmpty { sheets.append(line) }
            sheets.append(contentsOf: other.sheets)
            line = other.line
        } else {
            line.append(contentsOf: other.bytes)
        }
        if line.count >= Self.sheetLength, endsLine { turn() }
    }

    fileprivate var endsLine: Bool { line.last.map { $0 == UInt8(ascii: "\n") } ?? true }

    fileprivate mutating func turn() {
        sheets.append(line)
        line = []
        line.reserveCapacity(Self.sheetLength * 5 / 4)
    }

    package static func + (one: HTML, other: HTML) -> HTML {
        var out = one
        out.append(other)
        return out
    }
}

/// Writes directly into the markup, for values that a page writes thousands of times.
extension HTML {
    package mutating func write(_ literal: StaticString) { line.append(literal) }

    package mutating func write(_ number: Int64) { line.append(decimal: number) }

    /// Text, escaped. In an attribute that holds an address, `about:invalid` is written instead.
    package mutating func write(text: String) {
        guard !Escape.endsInAddressAttribute(line) else { return line.append("about:invalid") }
        Escape.append(text, to: &line)
    }

    /// A reader's comment; see `Markdown.comment`.
    package mutating func write(comment text: String) {
        CommentMarkup.write(text, to: &line)
        if line.count >= Self.sheetLength, endsLine { turn() }
    }
}

extension HTML: Hashable {
    package static func == (one: HTML, other: HTML) -> Bool { one.bytes == other.bytes }

    package func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension Sequence where Element == HTML {
    package func joined(separator: HTML = "") -> HTML {
        var out = HTML()
        for (index, part) in enumerated() {
            if index > 0 { out.append(separator) }
            out.append(part)
        }
        return out
    }
}
