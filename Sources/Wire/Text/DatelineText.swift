import Newsroom

/// The dateline at the beginning of an agency's first paragraph: `NEW YORK/LONDON, Feb 2 (Reuters) - `.
///
/// It has a place, a region, a date and an agency, of which some may be missing, and then a dash. The date is
/// dropped, because a story has its own time.
struct DatelineText {
    let dateline: Dateline
    /// The number of characters from the beginning of the paragraph to its first word.
    let length: Int

    private typealias Found = (dateline: Dateline, end: String.Index)

    /// `nil` if the paragraph does not begin with a dateline. The paragraph then stays as it is.
    ///
    /// - Parameter agencies: the names of the item's agency. A place that is not in capitals, or no place, is certain
    ///   only before the name of an agency.
    init?(opening paragraph: String, agencies: [String] = []) {
        let names = Set(agencies.map(\.foldedName))
        guard
            let found = Self.afterAgency(paragraph, names) ?? Self.beforeDash(paragraph, names)
                ?? Self.betweenSlashes(paragraph) ?? Self.allInParentheses(paragraph)
                ?? EastAsianDateline.read(paragraph)
        else { return nil }
        let text = paragraph[found.end...].drop(while: \.isWhitespace)
        // A sentence after a dateline begins with a capital.
        guard text.first?.isLowercase != true else { return nil }
        dateline = found.dateline
        length = paragraph.distance(from: paragraph.startIndex, to: text.startIndex)
    }

    /// A dateline that the markup names, without a dash: `BUENOS AIRES, Argentina (AP)`.
    init?(marked: String, opening paragraph: String) {
        guard paragraph.hasPrefix(marked), let dateline = Self.field(marked) else { return nil }
        let text = paragraph.dropFirst(marked.count).drop { $0.isWhitespace || $0 == ":" || Self.dashes.contains($0) }
        self.dateline = dateline
        length = paragraph.distance(from: paragraph.startIndex, to: text.startIndex)
    }

    /// A dateline that only repeats a field of the item, before a dash or a colon: `PARIS — `.
    init?(repeating field: String, opening paragraph: String) {
        var field = field.collapsed[...]
        while let last = field.last, last.isWhitespace || Self.dashes.contains(last) { field.removeLast() }
        guard !field.isEmpty, paragraph.lowercased().hasPrefix(field.lowercased()),
            let dateline = Self.field(String(field))
        else { return nil }
        let rest = paragraph.dropFirst(field.count).drop(while: \.isWhitespace)
        guard let first = rest.first, first == ":" || Self.dashes.contains(first) else { return nil }
        let text = rest.drop { $0.isWhitespace || $0 == ":" || Self.dashes.contains($0) }
        self.dateline = dateline
        length = paragraph.distance(from: paragraph.startIndex, to: text.startIndex)
    }

    /// A dateline in a separate field: a place alone, or with an agency: `MOSCOW, Monday (Reuters)`.
    static func field(_ text: String) -> Dateline? {
        var text = text.collapsed
        while let last = text.last, last.isWhitespace || dashes.contains(last) { text.removeLast() }
        let (places, agency) = dividedField(text)
        let parts = withoutDates(places)
        guard parts.count <= 4, parts.allSatisfy(DatelinePlace.isName), !parts.isEmpty || agency != nil else {
            return nil
        }
        return Dateline(place: parts.isEmpty ? nil : parts.joined(separator: ", "), agency: agency)
    }

    /// The agency of a field stands in parentheses, or is its last word: `MOSKVA, Feb 17 NTB`.
    private static func dividedField(_ text: String) -> (places: Substring, agency: String?) {
        if let open = text.firstIndex(of: "("), let agency = agency(in: text, from: open), agency.end == text.endIndex {
            return (text[..<open], agency.name)
        }
        guard let blank = text.lastIndex(of: " "), text.contains(","),
            case let word = String(text[text.index(after: blank)...]), NewsAgency.isKnown(word)
        else { return (text[...], nil) }
        return (text[..<blank], word)
    }

    // MARK: - Forms

    /// `PORTO, Feb 2 (Wire) - `, and with a period before the dash.
    private static func beforeDash(_ text: String, _ agencies: Set<String>) -> Found? {
        guard let found = inParentheses(text, agencies), let end = endOfDash(text, found.end) else { return nil }
        return (found.dateline, end)
    }

    /// `(ANSA) - ROMA, 3 GEN - `, or the same without a place.
    private static func afterAgency(_ text: String, _ agencies: Set<String>) -> Found? {
        guard text.first == "(", let agency = agency(in: text, from: text.startIndex),
            isKnown(agency.name, agencies), let start = endOfDash(text, agency.end)
        else { return nil }
        let rest = text[start...].prefix(120)
        for dash in rest.indices.dropFirst() where dashes.contains(rest[dash]) && rest[rest.index(before: dash)] == " "
        {
            let parts = withoutDates(rest[..<dash])
            let isDated = rest[..<dash].split(separator: ",").count > parts.count
            if let end = endOfDash(text, dash), !parts.isEmpty,
                parts.allSatisfy({ DatelinePlace.isCapitals($0) || isDated && DatelinePlace.isName($0) })
            {
                return (Dateline(place: parts.joined(separator: ", "), agency: agency.name), end)
            }
            break
        }
        return (Dateline(place: nil, agency: agency.name), start)
    }

    /// `MOSCOW, January 3. /TASS/. `
    private static func betweenSlashes(_ text: String) -> Found? {
        guard let open = text.prefix(160).firstIndex(of: "/"),
            let found = text[open...].prefix(42).prefixMatch(of: /\/([^\/]{2,40})\/\s?(?:\.|[-–—]{1,2})/),
            NewsAgency.isKnown(String(found.1))
        else { return nil }
        let parts = withoutDates(text[..<open])
        guard !parts.isEmpty, parts.allSatisfy(DatelinePlace.isName) else { return nil }
        return (Dateline(place: parts.joined(separator: ", "), agency: String(found.1)), found.range.upperBound)
    }

    /// `(New York, NY - October 21) `
    private static func allInParentheses(_ text: String) -> Found? {
        guard text.first == "(",
            let found = text.prefix(120).prefixMatch(of: /\(([^()]{2,80}) [-–—] ([^()]{2,30})\)\s/),
            CalendarWords.isDate(String(found.2))
        else { return nil }
        let parts = withoutDates(found.1)
        guard (1...3).contains(parts.count), parts.allSatisfy(DatelinePlace.isName) else { return nil }
        return (Dateline(place: parts.joined(separator: ", ")), found.range.upperBound)
    }

    // MARK: - Parts

    /// A place and a date, of which one may be missing, before an agency in parentheses.
    private static func inParentheses(_ text: String, _ agencies: Set<String>) -> Found? {
        guard let open = text.prefix(160).firstIndex(of: "("), open > text.startIndex,
            let agency = agency(in: text, from: open)
        else { return nil }
        let parts = withoutDates(text[..<open])
        let isCertain = isKnown(agency.name, agencies)
        if parts.isEmpty { return isCertain ? (Dateline(place: nil, agency: agency.name), agency.end) : nil }
        // Without a date, an unknown acronym may be anything: TESLA (TSLA), BERLIN (CDU).
        let isDated = text[..<open].contains(where: \.isNumber)
        let isAcronym = agency.name.allSatisfy { $0.isUppercase || $0 == " " }
        guard parts.count <= 4, isCertain || isDated || !isAcronym, !CalendarWords.isDate(agency.name),
            DatelinePlace.isCapitals(parts[0]) || isCertain && DatelinePlace.isName(parts[0]),
            parts.dropFirst().allSatisfy(DatelinePlace.isRegion)
        else { return nil }
        return (Dateline(place: parts.joined(separator: ", "), agency: agency.name), agency.end)
    }

    /// The name in the parentheses that open at an index, and the index after them.
    private static func agency(in text: String, from open: String.Index) -> (name: String, end: String.Index)? {
        guard let close = text[open...].prefix(60).firstIndex(of: ")") else { return nil }
        let name = String(text[text.index(after: open)..<close]).collapsed
        guard (2...40).contains(name.count), let first = name.first,
            name.allSatisfy({ $0.isLetter || $0.isNumber || " .&/'’-!".contains($0) }),
            first.isUppercase || NewsAgency.isKnown(name)
        else { return nil }
        return (name, text.index(after: close))
    }

    /// The parts between commas, without those at the end that are dates.
    private static func withoutDates(_ text: Substring) -> [String] {
        var parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).collapsed }
        while let last = parts.last, last.isEmpty || CalendarWords.isDate(last) { parts.removeLast() }
        // Some write no comma before the date: القاهرة 3 يناير.
        if let last = parts.last, let number = last.firstIndex(where: \.isNumber), number > last.startIndex,
            CalendarWords.isDate(String(last[number...]))
        {
            parts[parts.count - 1] = String(last[..<number]).collapsed
        }
        return parts
    }

    private static func isKnown(_ agency: String, _ agencies: Set<String>) -> Bool {
        agencies.contains(agency.foldedName) || NewsAgency.isKnown(agency)
    }

    /// The index after one or two dashes, possibly with a period before them. `nil` if there are none, or more.
    private static func endOfDash(_ text: String, _ start: String.Index) -> String.Index? {
        let dash = text[start...].drop { $0.isWhitespace || $0 == "." }
        let rest = dash.drop { dashes.contains($0) }
        guard (1...2).contains(dash.count - rest.count) else { return nil }
        return rest.startIndex
    }

    private static let dashes: Set<Character> = ["-", "–", "—", "―", "‒", "‐", "‑", "−", "﹘", "－", "_"]
}
