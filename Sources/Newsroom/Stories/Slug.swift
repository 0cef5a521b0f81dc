import Foundation

/// The readable part of an address: letters, digits and single hyphens, 1 to 80 characters. It never decides what is shown.
package struct Slug: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Takes a stored slug as it is.
    package init(stored text: String) { self.text = text }

    /// Makes a slug from a headline: Latin letters lose their marks, letters of other scripts stay.
    package init(headline: String) {
        let folded = headline.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        var words: [String] = []
        var length = 0
        for word in folded.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }) {
            let plain = word.filter { $0.isLetter || $0.isNumber }
            guard !plain.isEmpty else { continue }
            guard length + plain.count + 1 <= 80 else { break }
            words.append(String(plain))
            length += plain.count + 1
        }
        text = words.isEmpty ? "story" : words.joined(separator: "-")
    }

    package var description: String { text }
}
