import Foundation

/// A text prepared for finding quotations in it. Only letters, digits and currency signs count, so marks, spaces and
/// capitals may differ. A number is found only whole: `5` is not in `50` or `5.5`.
package struct QuotableText: Sendable, Hashable {
    package let scalars: [Unicode.Scalar]
    /// The characters that count, in lower case.
    package let letters: [UInt32]
    /// The place of each letter in `scalars`.
    package let places: [Int]

    package init(_ text: String) {
        scalars = Array(text.precomposedStringWithCanonicalMapping.unicodeScalars)
        var (letters, places): ([UInt32], [Int]) = ([], [])
        letters.reserveCapacity(scalars.count)
        places.reserveCapacity(scalars.count)
        for place in scalars.indices {
            guard let letter = Self.letter(at: place, in: scalars) else { continue }
            letters.append(letter)
            places.append(place)
        }
        (self.letters, self.places) = (letters, places)
    }

    /// The character in lower case; `nil` for one that does not count.
    private static func letter(at place: Int, in scalars: [Unicode.Scalar]) -> UInt32? {
        let scalar = scalars[place]
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A, 0x24, 0x25: return scalar.value
        case 0x41...0x5A: return scalar.value | 0x20
        // A full stop or comma inside a number.
        case 0x2C, 0x2E: return isDigit(place - 1, in: scalars) && isDigit(place + 1, in: scalars) ? scalar.value : nil
        case ..<0x80: return nil
        default:
            let properties = scalar.properties
            let counts = properties.isAlphabetic || properties.numericType != nil
            guard counts || properties.generalCategory == .currencySymbol else { return nil }
            guard properties.changesWhenLowercased else { return scalar.value }
            return properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
        }
    }

    private static func isDigit(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
        scalars.indices.contains(place) && scalars[place].properties.generalCategory == .decimalNumber
    }

    package func contains(_ wanted: [UInt32]) -> Bool { place(of: wanted) != nil }

    /// The first place in `letters` at which a quotation stands as whole words, or else the first place at all; `nil` if
    /// it is not in these letters. Takes time in proportion to both texts, whatever they are (Knuth, Morris and Pratt).
    package func place(of wanted: [UInt32], in range: Range<Int>? = nil) -> Int? {
        let range = range ?? letters.indices
        guard !wanted.isEmpty, wanted.count <= range.count else { return nil }
        let returns = Self.returns(of: wanted)
        var (matched, first): (Int, Int?) = (0, nil)
        for place in range {
            while matched > 0, letters[place] != wanted[matched] { matched = returns[matched - 1] }
            if letters[place] == wanted[matched] { matched += 1 }
            guard matched == wanted.count else { continue }
            let start = place + 1 - matched
            if !continuesNumber(start) && !continuesNumber(place + 1) {
                if !touches(start) && !touches(place + 1) { return start }
                first = first ?? start
            }
            matched = returns[matched - 1]
        }
        return first
    }

    /// Whether a letter touches the letter before it.
    private func touches(_ letter: Int) -> Bool {
        letter > 0 && letter < places.count && places[letter] == places[letter - 1] + 1
    }

    /// For each beginning of a quotation, the length of the longest shorter one with which it ends.
    private static func returns(of wanted: [UInt32]) -> [Int] {
        var returns = Array(repeating: 0, count: wanted.count)
        var matched = 0
        for place in wanted.indices.dropFirst() {
            while matched > 0, wanted[place] != wanted[matched] { matched = returns[matched - 1] }
            if wanted[place] == wanted[matched] { matched += 1 }
            returns[place] = matched
        }
        return returns
    }

    /// Whether a number goes on from the letter before this one to this one.
    private func continuesNumber(_ next: Int) -> Bool {
        guard next > 0, next < letters.count, places[next] == places[next - 1] + 1 else { return false }
        return isOfNumber(next) && isOfNumber(next - 1)
    }

    private func isOfNumber(_ letter: Int) -> Bool {
        letters[letter] == 0x2C || letters[letter] == 0x2E || Self.isDigit(places[letter], in: scalars)
    }
}
