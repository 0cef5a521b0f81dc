import Foundation

/// Recognizes dates in words, in the languages of most agencies: `Feb. 2`, `3 janv. 2024`, `2 de enero`, `Montag`.
enum CalendarWords {
    /// Whether a text is a date and nothing else. It has at most five words.
    static func isDate(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "." || $0 == "\u{A0}" })
        guard !words.isEmpty, words.count <= 5 else { return false }
        let isDay = words.allSatisfy { isNumber($0) || isCalendarWord($0) || particles.contains(String($0)) }
        return isDay && words.contains { isNumber($0) || isCalendarWord($0) }
    }

    /// A day or a year, also as an ordinal: `3`, `3rd`, `1er`, `2024`.
    private static func isNumber(_ word: Substring) -> Bool {
        let digits = word.prefix(while: \.isNumber)
        return (1...4).contains(digits.count) && word.count - digits.count <= 2
            && word[digits.endIndex...].allSatisfy { $0.isLetter || $0 == "º" }
    }

    private static func isCalendarWord(_ word: Substring) -> Bool {
        names.contains(String(word))
            || word.count >= 3 && prefixes.contains(String(word.prefix(3)))
                && names.contains { $0.hasPrefix(word) }
    }

    private static let particles: Set<String> = ["de", "of", "the", "den", "del", "do", "le"]

    private static let prefixes = Set(names.map { String($0.prefix(3)) })

    /// The names of months and days, in lower case and without periods.
    private static let names: Set<String> = {
        var names: Set<String> = ["sept"]
        for language in [
            "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hr", "hu", "it", "nb", "nl", "pl",
            "pt", "ro",
            "ru", "sk", "sl", "sr", "sv", "tr", "uk",
        ] {
            var calendar = Calendar(identifier: .gregorian)
            calendar.locale = Locale(identifier: language)
            let symbols =
                calendar.monthSymbols + calendar.shortMonthSymbols + calendar.standaloneMonthSymbols
                + calendar.weekdaySymbols
            for symbol in symbols where !symbol.contains(where: \.isNumber) {
                names.insert(symbol.lowercased().filter { $0 != "." })
            }
        }
        return names
    }()
}
