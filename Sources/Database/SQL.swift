/// A statement, or part of one. It accepts only literals in the source code and other `SQL`. Run-time values
/// can therefore never become part of a statement. They can only be its parameters (`$1`, `$2`, …).
///
///     static let columns: SQL = "c.id, c.name"
///     try tx.all("SELECT \(Self.columns) FROM comments c WHERE c.id = $1", id, as: …)
///
/// Engines identify a statement by the addresses of its literals, and build its text once for each
/// connection.
package struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// Most statements are a single literal, which then needs no allocation.
    private let first: StaticString
    private let rest: ArraySlice<StaticString>

    package init(stringLiteral literal: StaticString) {
        first = literal
        rest = []
    }

    package init(stringInterpolation: StringInterpolation) {
        first = stringInterpolation.literals.first ?? ""
        rest = stringInterpolation.literals.dropFirst()
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString

        fileprivate var literals: [StaticString] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            literals.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { literals.append(literal) }
        }

        package mutating func appendInterpolation(_ part: SQL) {
            literals.append(part.first)
            literals.append(contentsOf: part.rest)
        }
    }

    package var text: String { rest.reduce(into: first.description) { $0 += $1.description } }

    /// Whether the first literal begins with these words.
    func begins(with words: StaticString) -> Bool {
        first.withUTF8Buffer { bytes in words.withUTF8Buffer { bytes.starts(with: $0) } }
    }
}

extension SQL: Hashable {
    package static func == (one: SQL, other: SQL) -> Bool {
        one.first.utf8Start == other.first.utf8Start
            && one.rest.elementsEqual(other.rest) { $0.utf8Start == $1.utf8Start }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(first.utf8Start)
        for literal in rest { hasher.combine(literal.utf8Start) }
    }
}
