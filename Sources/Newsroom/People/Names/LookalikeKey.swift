import Foundation

extension String {
    /// The same for all names that readers confuse: letters that look alike, capitals, widths, spaces, punctuation and
    /// invisible characters do not count. Empty if the text has no letters and digits. The key of a key is the key
    /// itself. Considers at most 256 characters.
    package var lookalikeKey: String {
        var key = Lookalikes.folded(self)
        // A round may result in characters that change again: `M` becomes `m`, and then `rn`.
        for _ in 0..<8 {
            let next = Lookalikes.folded(key)
            if next == key { break }
            key = next
        }
        return key
    }
}

/// Replaces characters by others that look the same.
enum Lookalikes {
    private static let most = 256

    /// One round. Letters, marks and digits become those that they look like, in lower case; the rest goes.
    static func folded(_ text: String) -> String {
        let plain = text.isASCII ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
        var (out, hasBase) = (String.UnicodeScalarView(), false)
        for scalar in plain.isASCII ? plain.unicodeScalars.prefix(most) : parts(of: plain).prefix(most) {
            // A mark needs a letter; folding turns a separate accent into a space with a mark. The letters i and j
            // have a dot already.
            let isDouble = scalar == "\u{307}" && (out.last == "l" || out.last == "j")
            if isDouble || (!hasBase && scalar.isMark) { continue }
            append(scalar, to: &out)
            hasBase = scalar.countsInNames
        }
        let result = String(out)
        return result.isASCII ? result : result.compatiblyFolded
    }

    private static func parts(of text: String) -> String.UnicodeScalarView {
        text.compatiblyFolded.decomposedStringWithCanonicalMapping.unicodeScalars
    }

    private static func append(_ scalar: Unicode.Scalar, to out: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x41...0x5A where scalar != "I" && scalar != "M": out.append(Unicode.Scalar(scalar.value | 0x20) ?? scalar)
        case 0x61...0x7A where scalar != "i" && scalar != "m", 0x32...0x39: out.append(scalar)
        case 0..<0x80:
            switch scalar {
            case "i", "I", "1", "|": out.append("l")
            case "0": out.append("o")
            case "m", "M": out.append(contentsOf: "rn".unicodeScalars)
            default: break
            }
        default: out.append(contentsOf: prototype(of: scalar))
        }
    }

    /// What a character outside ASCII looks like.
    private static func prototype(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            if let latin = capitals[scalar] { return .init([latin]) }
            let skeleton = String(scalar).skeleton
            if isApostrophe(scalar, skeleton) { return .init() }
            // The skeletons of some letters are punctuation, such as that of the Katakana no.
            let isKept = skeleton.unicodeScalars.contains { scalar.isMark ? $0.countsInNames : $0.isLetterOrNumber }
            return isKept ? skeleton.unicodeScalars : .init([scalar])
        case .mathSymbol, .otherSymbol, .currencySymbol:
            if let letter = boxed(scalar) { return .init([letter]) }
            let skeleton = String(scalar).skeleton
            return skeleton.isASCII ? skeleton.unicodeScalars : .init()
        default: return .init()
        }
    }

    /// Whether a letter looks like punctuation between letters, such as the okina. In Hebrew, such a letter is a yod.
    private static func isApostrophe(_ scalar: Unicode.Scalar, _ skeleton: String) -> Bool {
        guard !(0x590...0x5FF).contains(scalar.value) else { return false }
        return scalar.properties.generalCategory == .modifierLetter
            ? !skeleton.unicodeScalars.contains(where: \.isLetterOrNumber) : skeleton == "'"
    }

    /// The letter in a flag, or on a black circle or square. Unicode gives these no other form.
    private static func boxed(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let rows: [ClosedRange<UInt32>] = [0x1F1E6...0x1F1FF, 0x1F150...0x1F169, 0x1F170...0x1F189]
        return rows.first { $0.contains(scalar.value) }.flatMap { Unicode.Scalar(0x61 + scalar.value - $0.lowerBound) }
    }

    /// Letters whose capitals look like a Latin letter or a digit, with that character in lower case. Names are read
    /// in both cases, so `в` counts as `b`: in capitals, the two are the same. For that reason `i` is `l` as well.
    static let capitals: [Unicode.Scalar: Unicode.Scalar] = {
        var found: [Unicode.Scalar: Unicode.Scalar] = [:]
        for scalar in (0x80...0x1EFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
        where scalar.properties.changesWhenUppercased {
            let capital = scalar.properties.uppercaseMapping
            guard capital.unicodeScalars.count == 1 else { continue }
            let seen = capital.skeleton.lowercased().unicodeScalars
            if let latin = seen.first, seen.count == 1, latin.isASCII, latin.countsInNames { found[scalar] = latin }
        }
        for (scalar, letter) in smallCapitals { found[scalar] = letter }
        return found
    }()

    /// Small capitals, such as `ᴅ`, by their names in Unicode. They have no capitals of their own.
    private static var smallCapitals: [(Unicode.Scalar, Unicode.Scalar)] {
        let (blocks, prefix) = (
            [0x250...0x2AF, 0x1D00...0x1D7F, 0xA730...0xA7FF] as [ClosedRange<UInt32>], "LATIN LETTER SMALL CAPITAL "
        )
        return blocks.joined().compactMap(Unicode.Scalar.init).compactMap { scalar in
            guard let name = scalar.properties.name, name.hasPrefix(prefix), name.count == prefix.count + 1,
                let letter = name.lowercased().unicodeScalars.last
            else { return nil }
            return (scalar, letter)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a mark or a number.
    var countsInNames: Bool { isLetterOrNumber || isMark }

    var isLetterOrNumber: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }

    var isMark: Bool { [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory) }
}
