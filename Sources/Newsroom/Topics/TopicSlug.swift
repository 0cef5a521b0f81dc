extension Slug {
    /// Makes a slug from the name of a topic. Different names should have different slugs, so letters keep
    /// their diacritics, and signs become words: `C++` is `c-plus-plus`, `R&D` is `r-and-d`, and an emoji
    /// becomes its Unicode name.
    package init(topic name: String) {
        let folded = name.foldedName
        let words = SpokenName(folded).words
        self.init(words: words.isEmpty ? SpokenName.words(naming: folded.unicodeScalars) : words, orElse: "topic")
    }
}

/// A name split into words. Signs with a meaning become words; signs that only separate words do not.
private struct SpokenName {
    private(set) var words: [String] = []
    private var word = ""

    init(_ name: String) {
        for character in name {
            if character.isLetter || character.isNumber {
                word.unicodeScalars.append(contentsOf: character.unicodeScalars.filter(\.isPartOfWord))
            } else if character != "'", character != "’" {
                let signs = Self.words(for: character, isBehindWord: !word.isEmpty)
                endWord()
                words += signs
            }
        }
        endWord()
    }

    private mutating func endWord() {
        if !word.isEmpty { words.append(word) }
        word = ""
    }

    private static func words(for character: Character, isBehindWord: Bool) -> [String] {
        switch character {
        case "#": [isBehindWord ? "sharp" : "hash"]
        case "&": ["and"]
        case "@": ["at"]
        case "%": ["percent"]
        case "*": ["star"]
        // These separate words, although Unicode classifies them as mathematical symbols.
        case "|", "~", "\u{2044}": []
        default: words(naming: character.unicodeScalars.filter(\.isSign))
        }
    }

    /// Makes words from Unicode names: `PLUS SIGN` becomes `plus`. The letters of a flag become one word:
    /// `fr`.
    static func words(naming scalars: some Sequence<Unicode.Scalar>) -> [String] {
        var words: [String] = []
        var flag = ""
        for scalar in scalars where !scalar.properties.isDefaultIgnorableCodePoint {
            if let letter = scalar.letterOfFlag {
                flag.append(letter)
            } else if let name = scalar.properties.name {
                let parts = name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
                words += parts.count > 1 && parts.last == "sign" ? parts.dropLast() : parts
            }
        }
        return flag.isEmpty ? words : words + [flag]
    }
}

extension Unicode.Scalar {
    /// False for a keycap around a digit, and for invisible characters such as variation selectors.
    fileprivate var isPartOfWord: Bool {
        !properties.isDefaultIgnorableCodePoint && properties.generalCategory != .enclosingMark
    }

    fileprivate var isSign: Bool {
        switch properties.generalCategory {
        case .mathSymbol, .currencySymbol, .otherSymbol: true
        // Skin tones.
        case .modifierSymbol: properties.isEmojiModifier
        default: false
        }
    }

    /// The letter of a regional indicator (U+1F1E6 to U+1F1FF), in lower case.
    fileprivate var letterOfFlag: Character? {
        (0x1F1E6...0x1F1FF).contains(value)
            ? Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(value - 0x1F1E6))) : nil
    }
}
