import Foundation

extension String {
    /// No word of an index is longer, in characters. Longer ones are cut.
    private static let longestSearchWord = 40

    /// The different words of a text as an index has them: without case and accents, in the order of the text, at most
    /// `limit`. Each character of a script that writes without spaces is a word.
    package func searchWords(limit: Int) -> [String] {
        let folded = folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
        var (words, known, word): ([String], Set<String>, String) = ([], [], "")
        func end() {
            guard !word.isEmpty else { return }
            let cut = String(word.prefix(Self.longestSearchWord))
            if words.count < limit, known.insert(cut).inserted { words.append(cut) }
            word = ""
        }
        for character in folded {
            guard character.isLetter || character.isNumber else {
                end()
                continue
            }
            guard character.isWrittenWithoutSpaces else {
                word.append(character)
                continue
            }
            end()
            word = String(character)
            end()
        }
        end()
        return words
    }
}

extension Character {
    /// Thai, Lao, Myanmar, Khmer, Kana and Chinese characters (Unicode Standard Annex 14, classes SA and ID).
    fileprivate var isWrittenWithoutSpaces: Bool {
        unicodeScalars.first.map { scalar in
            [0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0x20000...0x3FFFF]
                .contains { $0.contains(scalar.value) }
        } ?? false
    }
}
