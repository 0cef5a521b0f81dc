import Newsroom

/// The dateline at the beginning of an agency's first paragraph: `NEW YORK/LONDON, Feb 2 (Reuters) - `.
///
/// It has a place in capitals, an optional region and date, an agency in parentheses, and a dash. The date is
/// dropped, because a story has its own time.
struct DatelineText {
    let dateline: Dateline
    /// The number of characters from the beginning of the paragraph to its first word.
    let length: Int

    /// `nil` if the paragraph does not begin with a dateline. The paragraph then stays as it is.
    init?(opening paragraph: String) {
        guard let found = Self.place(in: paragraph) else { return nil }
        let dash = paragraph[found.end...].drop(while: \.isWhitespace)
        let rest = dash.drop { Self.dashes.contains($0) }
        guard (1...2).contains(dash.count - rest.count) else { return nil }
        let text = rest.drop(while: \.isWhitespace)
        guard !text.isEmpty else { return nil }
        dateline = found.dateline
        length = paragraph.distance(from: paragraph.startIndex, to: text.startIndex)
    }

    /// A dateline in a separate field, with or without the dash: `MOSCOW, Monday (Reuters)`.
    static func field(_ text: String) -> Dateline? {
        guard let found = place(in: text),
            text[found.end...].allSatisfy({ $0.isWhitespace || dashes.contains($0) })
        else { return nil }
        return found.dateline
    }

    private static let dashes: Set<Character> = ["-", "–", "—", "―", "‒"]

    private static func place(in text: String) -> (dateline: Dateline, end: String.Index)? {
        let head = text.prefix(160)
        guard let open = head.firstIndex(of: "("), let close = head[open...].firstIndex(of: ")"),
            let place = place(head[..<open])
        else { return nil }
        let agency = head[head.index(after: open)..<close].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (2...40).contains(agency.count), agency.first?.isUppercase == true,
            agency.allSatisfy({ $0.isLetter || " .&/'’-".contains($0) })
        else { return nil }
        return (Dateline(place: place, agency: agency), head.index(after: close))
    }

    private static func place(_ text: Substring) -> String? {
        var parts = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        while parts.count > 1, let last = parts.last, isDate(last) { parts.removeLast() }
        guard parts.count <= 3, isCapitals(parts[0]), parts.dropFirst().allSatisfy(isRegion) else { return nil }
        return parts.joined(separator: ", ")
    }

    /// Whether the text is a place in capitals: `NEW YORK/LONDON`, `ST. PETERSBURG`, `McALLEN`.
    private static func isCapitals(_ text: String) -> Bool {
        let plain = text.replacing("Mc", with: "MC")
        return (2...80).contains(plain.count) && plain.contains(where: \.isUppercase) && plain.first?.isLetter == true
            && plain.allSatisfy { $0.isUppercase || $0 == " " || "./'’-".contains($0) }
    }

    /// Whether the text can be a region: `Texas`, `N.Y.`, `West Bank`.
    private static func isRegion(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (1...4).contains(words.count) && words.first?.first?.isUppercase == true
            && text.allSatisfy { $0.isLetter || " .'’-".contains($0) }
    }

    /// Whether the text is a date: `Feb 2`, `2 February`, `Feb. 2 2013`, `2013`, `Monday`.
    private static func isDate(_ text: String) -> Bool {
        let words = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "." })
        return !words.isEmpty && words.count <= 4 && words.allSatisfy { isNumber($0) || isCalendarWord($0) }
    }

    private static func isNumber(_ word: Substring) -> Bool { word.count <= 4 && word.allSatisfy(\.isNumber) }

    private static func isCalendarWord(_ word: Substring) -> Bool {
        word.count >= 3 && calendar.contains { $0.hasPrefix(word) }
    }

    private static let calendar = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
}
