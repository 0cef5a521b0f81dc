extension HTML: ExpressibleByStringInterpolation {
    package init(stringLiteral literal: StaticString) {
        self.init()
        line.append(literal)
    }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.html }

    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString

        var html = HTML()

        package init(literalCapacity: Int, interpolationCount: Int) {
            html.line.reserveCapacity(literalCapacity + interpolationCount * 48)
        }

        package mutating func appendLiteral(_ literal: StaticString) { html.line.append(literal) }

        /// A literal that has a name in the program.
        package mutating func appendInterpolation(_ literal: StaticString) { appendLiteral(literal) }

        /// Text, escaped. If the literal before it opens an attribute that holds an address, `about:invalid`
        /// is written instead.
        package mutating func appendInterpolation(_ text: String) { html.write(text: text) }

        package mutating func appendInterpolation(_ text: Substring) { appendInterpolation(String(text)) }

        package mutating func appendInterpolation(_ number: Int) { html.line.append(decimal: Int64(number)) }

        package mutating func appendInterpolation(_ number: Int64) { html.write(number) }

        package mutating func appendInterpolation(_ address: SafeURL) { Escape.append(address.text, to: &html.line) }

        package mutating func appendInterpolation(_ part: HTML) { html.append(part) }

        /// The markup, or nothing for `nil`.
        package mutating func appendInterpolation(_ part: HTML?) {
            if let part { html.append(part) }
        }

        package mutating func appendInterpolation(_ parts: [HTML]) {
            for part in parts { html.append(part) }
        }

        package mutating func appendInterpolation(_ parts: some Sequence<HTML>) {
            for part in parts { html.append(part) }
        }

        /// The markup, if the condition is true.
        package mutating func appendInterpolation(_ part: @autoclosure () -> HTML, if condition: Bool) {
            if condition { html.append(part()) }
        }
    }
}

extension [UInt8] {
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }

    mutating func append(decimal number: Int64) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            append(contentsOf: digits[number.writeDigits(to: digits)...])
        }
    }
}

extension Int64 {
    /// Writes the number in decimal at the end of a buffer of 20 bytes, and returns where it begins.
    func writeDigits(to digits: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var start = digits.count
        var rest = magnitude
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0
        guard self < 0 else { return start }
        digits[start - 1] = UInt8(ascii: "-")
        return start - 1
    }
}
