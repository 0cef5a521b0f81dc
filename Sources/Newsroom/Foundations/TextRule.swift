import Foundation

/// The limits for a typed text: its length, lines and characters. A text is accepted whole or refused.
///
/// Lengths count Unicode scalars, after line ends have become `\n` and surrounding white space is gone.
package struct TextRule: Sendable {
    package let subject: Subject
    /// The form field, or the element in an agency's file.
    package let field: String
    package let minimum: Int
    package let maximum: Int
    package let multiline: Bool

    package init(
        _ subject: Subject, field: String, minimum: Int = 0, maximum: Int, multiline: Bool = false
    ) {
        self.subject = subject
        self.field = field
        self.minimum = minimum
        self.maximum = maximum
        self.multiline = multiline
    }

    /// The maximum number of combining marks in a row. No writing system needs more (Unicode Standard Annex
    /// 15, section 13: 30 non-starters), and the cost of comparing such texts grows with the square of their
    /// number.
    private static let mostMarks = 30

    /// Above this many bytes per allowed character, the length is counted first. A character takes at most
    /// four bytes in UTF-8; a letter that arrives in parts takes more.
    private static let bytesPerCharacter = 6

    /// Returns the text as it will be stored. Refuses with `invalid` if the text has the wrong length,
    /// unprintable characters or too many combining marks. Checks bytes first, then characters, and
    /// normalizes only a text that fits, so that the cost is proportional to the length.
    package func accept(_ typed: String) throws(Refusal) -> String {
        guard typed.utf8.count <= maximum * Self.bytesPerCharacter else {
            let length = typed.trimmed.unicodeScalars.count
            // The surplus may be only the surrounding white space.
            guard length <= maximum else { throw tooLong(length) }
            return try accept(fitting: typed.trimmed)
        }
        return try accept(fitting: typed.trimmed)
    }

    private func accept(fitting trimmed: String) throws(Refusal) -> String {
        let plain = multiline ? trimmed.withPlainLineEnds : trimmed
        let isASCII = plain.isASCII
        if isASCII ? plain.hasByte(where: isRefusedByte) : plain.unicodeScalars.contains(where: isRefused) {
            throw refusal(.unprintable)
        }
        guard isASCII || plain.mostMarksInARow <= Self.mostMarks else {
            throw refusal(.tooManyMarks, [.limit: .number(Self.mostMarks)])
        }
        let text = multiline || isASCII ? plain : plain.precomposedStringWithCanonicalMapping
        let length = isASCII ? text.utf8.count : text.unicodeScalars.count
        if minimum > 0, length == 0 || text.hasNothingVisible {
            throw refusal(.missing)
        }
        if length < minimum {
            throw refusal(.tooShort, [.minimum: .number(minimum), .length: .number(length)])
        }
        if length > maximum { throw tooLong(length) }
        return text
    }

    private func tooLong(_ length: Int) -> Refusal {
        refusal(.tooLong, [.limit: .number(maximum), .length: .number(length)])
    }

    private func refusal(_ code: Refusal.TextCode, _ values: [Refusal.Name: Refusal.Value] = [:]) -> Refusal {
        Refusal(
            .text(code), values.merging([.text: .text(subject.rawValue)]) { value, _ in value }, field: field)
    }

    /// Like `accept`, for an optional field: an empty text is `nil`.
    package func acceptOptional(_ typed: String?) throws(Refusal) -> String? {
        guard let typed, !typed.trimmed.isEmpty else { return nil }
        return try accept(typed)
    }

    private func isRefusedByte(_ byte: UInt8) -> Bool {
        (byte < 0x20 || byte == 0x7F) && isRefused(Unicode.Scalar(byte))
    }

    private func isRefused(_ scalar: Unicode.Scalar) -> Bool {
        if multiline && (scalar == "\n" || scalar == "\t") { return false }
        if scalar.isControl || scalar.isNoncharacter { return true }
        // A single line is shown within other text, which reordering characters and line ends would disturb.
        return !multiline && (scalar.reordersText || scalar == "\u{2028}" || scalar == "\u{2029}")
    }
}

extension Unicode.Scalar {
    /// Whether it is an embedding, an override or an isolate (Unicode Standard Annex 9, section 2).
    package var reordersText: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }

    /// Whether its general category is Cc (Unicode Standard, section 23.1).
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    package var isNoncharacter: Bool { value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value) }
}

extension String {
    /// The text without surrounding white space. Most texts have none and are returned unchanged.
    package var trimmed: String {
        let isPrint = { (byte: UInt8) in (0x21...0x7E).contains(byte) }
        if let first = utf8.first, let last = utf8.last, isPrint(first), isPrint(last) { return self }
        return trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The text with every line end as `\n`, including U+2028 and U+2029, which also break lines on screen.
    package var withPlainLineEnds: String {
        // Looks for a carriage return or for the first byte of U+2028 and U+2029.
        guard hasByte(where: { $0 == 0x0D || $0 == 0xE2 }) else { return self }
        var (scalars, previous) = (String.UnicodeScalarView(), "\n" as Unicode.Scalar)
        for scalar in unicodeScalars {
            switch scalar {
            case "\r", "\u{2028}", "\u{2029}": scalars.append("\n")
            case "\n" where previous == "\r": break
            default: scalars.append(scalar)
            }
            previous = scalar
        }
        return String(scalars)
    }

    /// The longest run of combining marks, which normalization sorts.
    fileprivate var mostMarksInARow: Int {
        var (most, run) = (0, 0)
        for scalar in unicodeScalars {
            // No combining mark is below U+0300.
            let isMark = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
            run = isMark ? run + 1 : 0
            most = max(most, run)
        }
        return most
    }

    /// Whether all characters are ASCII. Normalization does not change such a text.
    var isASCII: Bool { !hasByte { $0 >= 0x80 } }

    /// Whether any UTF-8 byte matches. A search in contiguous memory is several times as fast as iteration.
    fileprivate func hasByte(where isMeant: (UInt8) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable { $0.contains(where: isMeant) } ?? utf8.contains(where: isMeant)
    }

    /// Whether nothing in the text is visible: only white space, zero-width and combining characters.
    package var hasNothingVisible: Bool {
        unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .format, .control, .spaceSeparator, .lineSeparator, .paragraphSeparator, .nonspacingMark,
                .enclosingMark, .unassigned:
                true
            default: scalar.properties.isDefaultIgnorableCodePoint || scalar.value == 0x2800
            }
        }
    }

    /// The same key for all spellings of a name: compatibility-composed, in lower case, spaces collapsed.
    package var foldedName: String {
        guard !isASCII else { return foldedASCII }
        return precomposedStringWithCompatibilityMapping.lowercased()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private var foldedASCII: String {
        var text = self
        return text.withUTF8 { bytes in
            String(unsafeUninitializedCapacity: bytes.count) { out in
                var count = 0
                for word in bytes.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
                    if count > 0 {
                        out[count] = 0x20
                        count += 1
                    }
                    for byte in word {
                        out[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                        count += 1
                    }
                }
                return count
            }
        }
    }
}

extension Int {
    /// The number with thousands separators: `5,000`.
    package var grouped: String {
        let digits = String(magnitude)
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { out.append(",") }
            out.append(digit)
        }
        return self < 0 ? "-" + out : out
    }
}
