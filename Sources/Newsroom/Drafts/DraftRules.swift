import struct Foundation.Date

/// The limits of a draft, and the forms in which its lists are typed.
package enum DraftRules {
    package static let headline = TextRule(.headline, field: "headline", maximum: 300)
    package static let standfirst = TextRule(.standfirst, field: "standfirst", maximum: 3_000, multiline: true)
    package static let byline = TextRule(.byline, field: "byline", maximum: 300)
    package static let place = TextRule(.place, field: "place", maximum: 100)
    package static let agency = TextRule(.place, field: "agency", maximum: 100)
    package static let signOff = TextRule(.signOff, field: "sign-off", maximum: 5_000, multiline: true)
    package static let body = TextRule(.body, field: "body", maximum: 200_000, multiline: true)
    package static let correction = TextRule(.correctionNote, field: "correction", maximum: 2_000, multiline: true)
    package static let note = TextRule(.draftNote, field: "note", maximum: 5_000, multiline: true)
    package static let saveNote = TextRule(.draftNote, field: "save-note", maximum: 500)
    package static let withdrawalReason = TextRule(
        .decisionReason, field: "withdrawal-reason", minimum: 1, maximum: 500)
    private static let topic = TextRule(.topicName, field: "topics", maximum: 100)
    private static let topicLines = TextRule(.topicName, field: "topics", maximum: 20_000, multiline: true)
    private static let creditLine = TextRule(.credit, field: "credits", maximum: 500)
    private static let creditLines = TextRule(.credit, field: "credits", maximum: 100_000, multiline: true)

    package static let mostTopics = 50
    package static let mostCredits = 200
    package static let mostNumbers = 200

    static func topics(_ typed: String) throws(Refusal) -> [String] {
        var names: [String] = []
        var keys: Set<String> = []
        try requireFew(typed, mostTopics, .tooManyTopics, field: "topics")
        for line in try topicLines.accept(typed).lines {
            let name = try topic.accept(line)
            if keys.insert(name.foldedName).inserted { names.append(name) }
        }
        guard names.count <= mostTopics else {
            throw Refusal(.draft(.tooManyTopics), [.limit: .number(mostTopics)], field: "topics")
        }
        return names
    }

    static func credits(_ typed: String) throws(Refusal) -> [DraftCredit] {
        var credits: [DraftCredit] = []
        try requireFew(typed, mostCredits, .tooManyCredits, field: "credits")
        for line in try creditLines.accept(typed).lines {
            guard let credit = DraftCredit(line: try creditLine.accept(line)) else {
                throw Refusal(.draft(.noCredit), [.key: .text(line)], field: "credits")
            }
            credits.append(credit)
        }
        guard credits.count <= mostCredits else {
            throw Refusal(.draft(.tooManyCredits), [.limit: .number(mostCredits)], field: "credits")
        }
        return credits
    }

    /// Refuses a list that is far too long before its lines are read.
    private static func requireFew(
        _ typed: String, _ most: Int, _ code: Refusal.DraftCode, field: String
    ) throws(Refusal) {
        guard typed.utf8.count(where: { $0 == 0x0A }) > 10 * most else { return }
        throw Refusal(.draft(code), [.limit: .number(most)], field: field)
    }

    /// The numbers in a list: separated by spaces, commas or line ends, or at `/stories/` in an address.
    private static func numbers(_ typed: String, field: String, code: Refusal.DraftCode) throws(Refusal) -> [Int64] {
        var numbers: [Int64] = []
        for word in typed.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            let parts = word.split(separator: "/")
            let named = parts.firstIndex(of: "stories").flatMap { parts.dropFirst($0 + 1).first }
            guard let number = Identifier<Story>(path: named ?? word)?.number, numbers.count < mostNumbers else {
                throw Refusal(.draft(code), [.key: .text(String(word.prefix(100)))], field: field)
            }
            if !numbers.contains(number) { numbers.append(number) }
        }
        return numbers
    }

    static func related(_ typed: String) throws(Refusal) -> [Int64] {
        try numbers(typed, field: "related", code: .noStory)
    }

    /// Lines such as `12: A caption for this story`, and lines with the numbers of pictures alone: `12 14 13`.
    static func gallery(_ typed: String) throws(Refusal) -> [GalleryEntry] {
        var entries: [GalleryEntry] = []
        try requireFew(typed, mostNumbers, .noPicture, field: "gallery")
        for line in typed.withPlainLineEnds.lines {
            if let entry = try GalleryEntry(line: line) {
                entries.append(entry)
            } else {
                entries += try numbers(line, field: "gallery", code: .noPicture).map { GalleryEntry(Picture.ID($0)) }
            }
        }
        guard entries.count <= mostNumbers else {
            throw Refusal(.draft(.noPicture), [.key: .text(entries[mostNumbers].line)], field: "gallery")
        }
        var known: Set<Picture.ID> = []
        return entries.filter { known.insert($0.picture).inserted }
    }

    static func language(_ typed: String) throws(Refusal) -> String {
        guard !typed.trimmed.isEmpty else { return "" }
        guard let language = Language(tag: typed.trimmed) else {
            throw Refusal(.draft(.noLanguage), field: "language")
        }
        return language.tag
    }

    static func time(
        _ typed: TypedDraft.Time, field: String, _ moments: TypedDraft.Moments
    ) throws(Refusal) -> Date? {
        guard !typed.text.trimmed.isEmpty else { return nil }
        guard let found = moments(typed.text.trimmed) else { throw Refusal(.draft(.noTime), field: field) }
        guard let first = found.first, let last = found.last else {
            throw Refusal(.draft(.skippedTime), [.key: .text(typed.text.trimmed)], field: field)
        }
        guard found.count > 1 else { return first }
        switch typed.clock {
        case "1": return first
        case "2": return last
        default: throw Refusal(.draft(.doubleTime), [.key: .text(typed.text.trimmed)], field: field)
        }
    }
}

extension DraftCredit {
    /// Parses `Reporting: Ada Example (Porto) <ada@example.org>`. The place and the address may be missing.
    init?(line: String) {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let role = line[..<colon].trimmed
        var rest = String(line[line.index(after: colon)...].trimmed)
        email = rest.cut(from: "<", to: ">")
        place = rest.cut(from: "(", to: ")")
        guard !role.isEmpty, !rest.isEmpty else { return nil }
        self.role = role
        person = rest
    }

    /// The line that `init(line:)` parses.
    package var line: String {
        "\(role): \(person)\(place.map { " (\($0))" } ?? "")\(email.map { " <\($0)>" } ?? "")"
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { String(self).trimmed }

    /// The lines that are not empty.
    fileprivate var lines: [String] {
        split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}

extension String {
    /// Removes a part in brackets from the end of the text, and returns what is inside.
    fileprivate mutating func cut(from open: Character, to close: Character) -> String? {
        guard last == close, let start = lastIndex(of: open) else { return nil }
        let inside = self[index(after: start)...].dropLast().trimmed
        self = self[..<start].trimmed
        return inside.isEmpty ? nil : inside
    }
}
