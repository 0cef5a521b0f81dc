/// Recognizes names of people and places in a sign-off: capitalized words, and small words such as "van".
package enum SignOffName {
    /// Two to seven words: "Mary Anne O'Neil", "Juan de la Vega", "R. J. Poe Jr.".
    package static func isPerson(_ text: String) -> Bool {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        return (2...7).contains(words.count) && isName(words)
    }

    /// One to six words: "Beirut", "Rio de Janeiro", "The Hague".
    package static func isPlace(_ text: String) -> Bool {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        return (1...6).contains(words.count) && isName(words)
    }

    private static func isName(_ words: [Substring]) -> Bool {
        guard let last = words.last, isCapitalised(last) else { return false }
        return words.allSatisfy { isCapitalised($0) || particles.contains(String($0)) }
    }

    /// Whether a word begins with a capital letter, possibly after a prefix such as `al-` or `d'`, and
    /// contains only letters and the punctuation of names.
    private static func isCapitalised(_ word: Substring) -> Bool {
        guard word.count <= 40, word.allSatisfy({ $0.isLetter || marks.contains($0) }) else { return false }
        guard let first = word.first else { return false }
        if first.isUppercase { return true }
        guard let mark = word.firstIndex(where: { "'’-".contains($0) }) else { return false }
        return word[..<mark].count <= 4 && word[word.index(after: mark)...].first?.isUppercase == true
    }

    private static let marks: Set<Character> = ["'", "’", "-", "."]

    private static let particles: Set<String> = [
        "al", "aan", "am", "an", "auf", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "des", "di",
        "do", "dos", "du", "e", "el", "es", "ibn", "la", "las", "le", "los", "ou", "sur", "te", "ten", "ter", "the",
        "und", "upon", "van", "von", "y", "zu", "zum", "zur",
    ]
}
