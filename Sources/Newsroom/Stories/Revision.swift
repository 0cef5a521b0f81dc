/// An agency's statement about a version: the mark at the beginning of the headline, and the note before the
/// text. Neither is part of the story.
package struct Revision: Sendable, Hashable, Codable {
    /// In capitals and without its dash: `CORRECTED`, `UPDATE 2`, `REFILE`.
    package let mark: String?
    /// Without parentheses: `In Jan. 3 story, corrects the name in the second paragraph`.
    package let note: String?

    /// `nil` if there is neither a mark nor a note.
    package init?(mark: String?, note: String?) {
        guard mark != nil || note != nil else { return nil }
        self.mark = mark
        self.note = note
    }

    /// Whether the version corrects an error.
    package var isCorrection: Bool {
        [mark, note].compactMap(\.self).contains { text in
            let words = text.lowercased().split(whereSeparator: { !$0.isLetter })
            return words.contains { word in Self.corrections.contains { word.hasPrefix($0) } }
        }
    }

    /// The beginnings of the words for correcting in English, French, German, Spanish, Italian and Portuguese.
    private static let corrections = ["correct", "corrig", "correcc", "correg", "rectif", "bericht", "korr", "rettif"]
}
