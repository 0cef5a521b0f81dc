/// Markup that cannot be injected into: its tags are literals of the program, and everything interpolated is escaped.
///
///     let line: HTML = "<p class=\"byline\">By \(name)</p>"
///
/// Only another `HTML` goes in as it is. Attributes are always written in double quotes; those that hold an address take a
/// `SafeURL`. The same type writes XML: the five characters are escaped alike in both.
package struct HTML: Sendable {
    /// What is written, as far as it is long: it is handed on from part to page without being copied.
    private var sheets: [[UInt8]] = []
    /// What is being written. It begins behind a line end, so that an attribute is never torn from its value.
    var line: [UInt8] = []

    /// Long enough to be worth a place of its own, short enough to be written in memory that was used a moment ago.
    private static let sheetLength = 16_384

    package init() {}

    init(bytes: [UInt8]) { line = bytes }

    /// Text, escaped.
    package init(text: some StringProtocol) { Escape.append(String(text), to: &line) }

    package var isEmpty: Bool { line.isEmpty && sheets.isEmpty }

    /// The length in bytes.
    package var count: Int { sheets.reduce(line.count) { $0 + $1.count } }

    /// All of it, put together anew each time.
    package var bytes: [UInt8] {
        guard !sheets.isEmpty else { return line }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        for sheet in sheets { bytes.append(contentsOf: sheet) }
        bytes.append(contentsOf: line)
        return bytes
    }

    /// Hands out all of it, part by part, without copying it.
    package func forEachPart(_ body: ([UInt8]) -> Void) {
        for sheet in sheets { body(sheet) }
        body(line)
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func append(_ other: HTML) {
        if other.sheets.isEmpty {
            // To hand over the array itself would retain and release it each time.
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

/// For what is written thousands of times on a page: added in place, without being a value of its own first.
extension HTML {
    package mutating func write(_ literal: StaticString) { line.append(literal) }

    package mutating func write(_ number: Int64) { line.append(decimal: number) }

    /// Text, escaped. In an attribute that holds an address it is no address and is left out.
    package mutating func write(text: String) {
        guard !Escape.endsInAddressAttribute(line) else { return line.append("about:invalid") }
        Escape.append(text, to: &line)
    }

    /// A reader's comment, see `Markdown.comment`.
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
