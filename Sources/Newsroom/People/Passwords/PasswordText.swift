import Foundation

/// A password, or a part of one, as somebody who guesses looks at it: compatibility-composed and without case.
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

    /// Letters and digits alone.
    var compact: PasswordText { PasswordText(scalars.filter { $0.isLetter || $0.properties.numericType != nil }) }

    /// From the first letter on.
    var withoutLead: PasswordText { PasswordText(scalars.drop { !$0.isLetter }) }

    /// Up to the last letter.
    var withoutTail: PasswordText { PasswordText(scalars[..<endOfLetters]) }

    /// Where what follows has no letters any more.
    var endOfLetters: Int { scalars.lastIndex(where: \.isLetter).map { $0 + 1 } ?? 0 }

    /// The shortest part of which the whole is a repetition, the last one perhaps cut off.
    var unit: PasswordText {
        // The borders of Knuth, Morris and Pratt: what begins the text and ends it too leaves the unit before it.
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
