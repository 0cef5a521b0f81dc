/// Markup that cannot be injected into: its tags are literals of the program, and everything interpolated is escaped.
///
///     let line: HTML = "<p class=\"byline\">By \(name)</p>"
///
/// Only another `HTML` goes in as it is. Attributes are always written in double quotes; those that hold an address take a
/// `SafeURL`. The same type writes XML: the five characters are escaped alike in both.
package struct HTML: Sendable, Hashable {
    package private(set) var bytes: [UInt8]

    package init() { bytes = [] }

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Text, escaped.
    package init(text: some StringProtocol) {
        bytes = []
        Escape.append(String(text), to: &bytes)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package var string: String { String(decoding: bytes, as: UTF8.self) }

    package mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    package static func + (one: HTML, other: HTML) -> HTML {
        HTML(bytes: one.bytes + other.bytes)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral literal: StaticString) {
        bytes = []
        bytes.append(literal)
    }

    package init(stringInterpolation: StringInterpolation) { bytes = stringInterpolation.bytes }

    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString

        var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: StaticString) { bytes.append(literal) }

        /// Text, escaped. Where the literal before it opens an attribute that holds an address, text is no address and is left out.
        package mutating func appendInterpolation(_ text: some StringProtocol) {
            guard !Escape.endsInAddressAttribute(bytes) else { return appendLiteral("about:invalid") }
            Escape.append(String(text), to: &bytes)
        }

        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            bytes.append(contentsOf: String(number).utf8)
        }

        package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

        /// Nothing, for what is not there.
        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { appendInterpolation(html) }
        }

        package mutating func appendInterpolation(_ parts: some Sequence<HTML>) {
            for part in parts { bytes.append(contentsOf: part.bytes) }
        }

        package mutating func appendInterpolation(_ address: SafeURL) {
            Escape.append(address.text, to: &bytes)
        }

        /// The markup, where the condition holds.
        package mutating func appendInterpolation(_ html: @autoclosure () -> HTML, if condition: Bool) {
            if condition { appendInterpolation(html()) }
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }
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
