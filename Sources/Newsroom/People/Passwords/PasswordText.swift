import Foundation

/// A password, or a part of one, normalized for comparison: compatibility-composed and in lower case.
struct PasswordText {
    let scalars: [Unicode.Scalar]

    init(_ typed: String) {
        scalars = Array(typed.precomposedStringWithCompatibilityMapping.lowercased().unicodeScalars)
    }

    init(_ scalars: some Sequence<Unicode.Scalar>) { self.scalars = Array(scalars) }

    var count: Int { scalars.count }

    var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    var hasLetters: Bool { scalars.contains(where: \.isLetter) }

    /// Only the letters and digits.
    var compact: PasswordText { PasswordText(scalars.filter { $0.isLetter || $0.properties.numericType != nil }) }

    /// The text from the first letter on.
    var withoutLead: PasswordText { PasswordText(scalars.drop { !$0.isLetter }) }

    /// The text up to the last letter.
    var withoutTail: PasswordText { PasswordText(scalars[..<endOfLetters]) }

    /// The index after the last letter.
    var endOfLetters: Int { scalars.lastIndex(where: \.isLetter).map { $0 + 1 } ?? 0 }

    /// The shortest part whose repetition makes up the text. The last repetition may be incomplete.
    var unit: PasswordText {
        // Knuth, Morris and Pratt: the longest border (both prefix and suffix) is one unit shorter than the
        // text.
        var borders = [0]
        for index in scalars.indices.dropFirst() {
            var border = borders[index - 1]
            while border > 0, scalars[index] != scalars[border] { border = borders[border - 1] }
            borders.append(scalars[index] == scalars[border] ? border + 1 : 0)
        }
        return PasswordText(scalars.prefix(count - (count > 1 ? borders[count - 1] : 0)))
    }
}

extension Unicode.Scalar {
    var isLetter: Bool { properties.isAlphabetic }
}
