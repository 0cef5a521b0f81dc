/// Markup with holes. It is escaped and assembled once and filled many times, for example for a thousand
/// comments.
///
///     let line: Template = "<p class=\"by\">\(hole: 0) \(words.wrote)</p>"
///     out.write(line) { hole, out in out.write(text: comment.name) }
///
/// As in `HTML`, only literals are markup, and text is escaped. A page can name its holes with its own
/// interpolation.
package struct Template: Sendable, ExpressibleByStringInterpolation {
    fileprivate var bytes: [UInt8] = []
    /// The offset of each hole in the bytes, in order.
    fileprivate var holes: [(place: Int, hole: UInt8)] = []

    package init(stringLiteral literal: StaticString) { bytes.append(literal) }

    package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.template }

    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString

        fileprivate var template: Template = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        package mutating func appendLiteral(_ literal: StaticString) { template.bytes.append(literal) }

        package mutating func appendInterpolation(hole: UInt8) {
            template.holes.append((template.bytes.count, hole))
        }

        /// Text, escaped.
        package mutating func appendInterpolation(_ text: String) {
            var html = HTML(bytes: template.bytes)
            html.write(text: text)
            template.bytes = html.bytes
        }

        package mutating func appendInterpolation(_ address: SafeURL) {
            Escape.append(address.text, to: &template.bytes)
        }

        /// Another template, including its holes.
        package mutating func appendInterpolation(_ part: Template) {
            let start = template.bytes.count
            template.bytes.append(contentsOf: part.bytes)
            template.holes.append(contentsOf: part.holes.map { (start + $0.place, $0.hole) })
        }

        package mutating func appendInterpolation(_ part: Template, if condition: Bool) {
            if condition { appendInterpolation(part) }
        }
    }
}

extension HTML {
    /// Writes a template. `fill` writes the content of each hole.
    package mutating func write(_ template: Template, fill: (_ hole: UInt8, _ out: inout HTML) -> Void) {
        template.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for (place, hole) in template.holes {
                line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
                fill(hole, &self)
                start = place
            }
            line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
        }
    }
}
