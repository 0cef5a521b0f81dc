import Foundation
import Newsroom

/// A byline as agencies write it: `By Ada Example`, `Von Ada Example`, `Reuters, MAR 04`.
enum BylineText {
    /// The authors without the word "by" and without a date. `nil` if nothing is left.
    static func read(_ text: String, _ language: Language?) -> String? {
        var parts = withoutBy(text, language).components(separatedBy: ",").map(\.collapsed)
        while parts.count > 1, let last = parts.last, last.isEmpty || isDate(last) { parts.removeLast() }
        let byline = parts.joined(separator: ", ")
        return byline.isEmpty || isDate(byline) ? nil : byline
    }

    /// Whether it is a date with a number. People have the names of months.
    private static func isDate(_ text: String) -> Bool {
        text.contains(where: \.isNumber) && CalendarWords.isDate(text)
    }

    /// The authors in a paragraph that opens a text, if it certainly is a byline: the word "by" and full names.
    static func opening(_ paragraph: String, _ language: Language?) -> String? {
        guard paragraph.utf8.count <= 300, withoutBy(paragraph, language) != paragraph,
            let byline = read(paragraph, language)
        else { return nil }
        let authors = Byline.authors(in: byline)
        return authors.allSatisfy { $0.isOrganization || SignOffName.isPerson($0.name) } ? byline : nil
    }

    /// Names in a row, with the word for "and" before the last one.
    static func list(_ names: [String], _ language: Language?) -> String? {
        guard let last = names.last else { return nil }
        guard names.count > 1 else { return last }
        let and = language.flatMap { ands[$0.primary] } ?? "and"
        return names.dropLast().joined(separator: ", ") + " \(and) " + last
    }

    private static func withoutBy(_ text: String, _ language: Language?) -> String {
        let words = ["by"] + (language.flatMap { bys[$0.primary] } ?? [])
        for word in words where text.lowercased().hasPrefix(word + " ") || text.lowercased().hasPrefix(word + ": ") {
            let rest = String(text.dropFirst(word.count + 1)).trimmed
            // In other languages the word may be part of a name, such as "von Muster" or "Di Maio".
            let isName = word != "by" && (rest.first?.isLowercase != false || !rest.contains(" "))
            if !isName { return rest }
        }
        return text
    }

    private static let bys: [String: [String]] = [
        "de": ["von"], "fr": ["par"], "es": ["por"], "pt": ["por"], "it": ["di"], "nl": ["door"], "sv": ["av"],
        "nb": ["av"],
        "nn": ["av"], "no": ["av"], "da": ["af"], "ca": ["per"], "ro": ["de"], "ru": ["автор"], "ar": ["بقلم"],
    ]

    private static let ands = [
        "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en", "sv": "och", "nb": "og", "nn": "og",
        "no": "og",
        "da": "og", "fi": "ja", "pl": "i", "ru": "и", "cs": "a", "ca": "i", "tr": "ve", "el": "και",
    ]
}

extension Language {
    /// The language without region and script: `de` for `de-AT`.
    fileprivate var primary: String { String(tag.lowercased().prefix { $0 != "-" }) }
}
