/// The quotations of a comment.
extension Comment {
    /// More quotations than these are not looked for.
    private static let mostPassages = 10
    /// Shorter passages between quotation marks are words that somebody doubts, not quotations.
    private static let fewestLetters = 20
    /// The marks that end a passage, by the one that begins it.
    private static let closing: [Character: String] = [
        "\"": "\"", "“": "”“", "”": "”", "„": "“”", "«": "»", "»": "«»", "「": "」", "『": "』",
    ]

    /// The passages that the comment quotes, at most ten. A line that begins with `>` is one, without this mark; such
    /// lines in a row are one passage. At least 20 letters between quotation marks in a paragraph are one too.
    package var quotedPassages: [String] {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\"") || $0 >= 0x80 }) else {
            return []
        }
        var passages: [String] = []
        var isInside = false
        var paragraph = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let line = line.drop { $0 == " " }
            let isQuotation = line.first == ">"
            if isQuotation || line.isEmpty {
                passages += Self.passages(betweenMarksIn: paragraph)
                paragraph = ""
            } else {
                paragraph.append(contentsOf: line)
                paragraph.append(" ")
            }
            defer { isInside = isQuotation }
            guard isQuotation else { continue }
            let words = String(line.drop { $0 == ">" || $0 == " " })
            if isInside { passages[passages.count - 1] += " " + words } else { passages.append(words) }
        }
        return Array((passages + Self.passages(betweenMarksIn: paragraph)).prefix(Self.mostPassages))
    }

    private static func passages(betweenMarksIn paragraph: String) -> [String] {
        var passages: [String] = []
        var (passage, ends): (String, String?) = ("", nil)
        for character in paragraph {
            if let marks = ends {
                if marks.contains(character) {
                    if passage.count(where: \.isLetter) >= fewestLetters { passages.append(passage) }
                    ends = nil
                } else {
                    passage.append(character)
                }
            } else if let marks = closing[character] {
                (passage, ends) = ("", marks)
            }
        }
        return passages
    }
}
