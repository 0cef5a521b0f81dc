import Foundation

/// The readable part of a URL: 1 to 80 letters, digits and single hyphens. The slug of a story never selects
/// the page; the slug of a topic does.
package struct Slug: Hashable, Sendable, Codable, CustomStringConvertible {
    package let text: String

    private static let longest = 80

    /// Takes a stored slug as it is.
    package init(stored text: String) { self.text = text }

    /// Makes a slug from a headline. Latin letters lose their diacritics; letters of other scripts stay.
    package init(headline: String) {
        self.init(words: Self.words(of: headline), orElse: "story")
    }

    /// Makes a slug from the name of a person in the same way.
    package init(personNamed name: String) { self.init(words: Self.words(of: name), orElse: "reader") }

    private static func words(of text: String) -> [String] {
        let folded = text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        let words = folded.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") })
        return words.map { String($0.filter { $0.isLetter || $0.isNumber }) }
    }

    /// Joins as many whole words as fit. A first word that is too long is cut.
    init(words: some Sequence<String>, orElse other: String) {
        var taken: [Substring] = []
        var length = 0
        for word in words where !word.isEmpty {
            let room = Self.longest - length - 1
            if taken.isEmpty {
                taken.append(word.prefix(room))
            } else if word.count <= room {
                taken.append(word[...])
            } else {
                break
            }
            length += (taken.last?.count ?? 0) + 1
        }
        text = taken.isEmpty ? other : taken.joined(separator: "-")
    }

    /// The slug with a number after it, for use if the plain slug is taken.
    package func numbered(_ number: Int) -> Slug {
        let ending = "-\(number)"
        let beginning = text.prefix(Self.longest - ending.count)
        return Slug(stored: (beginning.hasSuffix("-") ? beginning.dropLast() : beginning) + ending)
    }

    package var description: String { text }
}
