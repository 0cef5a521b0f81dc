import Database
import Newsroom

/// Writes stories with versions, topics, credits and related stories.
struct StoryWriter {
    /// January 1, 2025, in milliseconds.
    private static let start = 1_735_689_600_000
    /// A story is published every seven minutes.
    private static let interval = 420_000

    /// Counts the stories of each topic, for the navigation.
    static let counting = """
        UPDATE topics SET story_count =
            (SELECT COUNT(*) FROM story_topics WHERE topic_id = topics.id AND is_withdrawn = 0)
        """

    private let stories: BulkTable
    private let versions: BulkTable
    private let credits: BulkTable
    private let topics: BulkTable
    private let related: BulkTable
    private let withdrawals: BulkTable

    init(on handle: SQLiteHandle) throws {
        let names = try BulkTable("topics", "id, slug, name", on: handle)
        for (place, word) in Words.topical.enumerated() {
            try names.add([place + 1, word, word.capitalizedFirst])
        }
        stories = try BulkTable(
            "stories",
            """
            id, guid, slug, language, published_at, updated_at, current_version, comment_count, is_withdrawn, opening
            """, on: handle)
        versions = try BulkTable(
            "versions",
            "story_id, number, wire_version, headline, standfirst, dateline_place, byline, body, created_at",
            on: handle)
        credits = try BulkTable("credits", "story_id, version, position, role, person", on: handle)
        topics = try BulkTable(
            "story_topics", "story_id, topic_id, position, published_at, is_withdrawn", on: handle)
        related = try BulkTable("related_stories", "story_id, related_id, position", on: handle)
        withdrawals = try BulkTable("withdrawals", "story_id, at, wire_version", on: handle)
    }

    static func publication(of id: Int) -> Int { start + id * interval }

    /// The first stories are for measuring. On every site they have one version and no related stories.
    func add(_ id: Int, comments: Int, _ draw: inout Draw) throws -> String {
        let isSpecial = id <= DiscussionSizes.special.count
        let latest = isSpecial ? 1 : [1, 1, 1, 1, 1, 1, 2, 2, 2, 3][draw.below(10)]
        let isWithdrawn = !isSpecial && draw.happens(oneIn: 500)
        let at = Self.publication(of: id)
        let headline = Self.headline(&draw)
        var opening = Prose()
        opening.addSentences(words: 30 + draw.below(20), &draw)
        let slug = Slug(headline: headline).text
        let updatedAt = at + (latest - 1) * 3_600_000
        try stories.add([
            id, "tag:broadsheet.example,2025:fill/\(id)", slug, "en", at, updatedAt, latest, comments,
            isWithdrawn ? 1 : 0, opening.text,
        ])
        for number in 1...latest { try addVersion(number, of: id, headline, opening.text, &draw) }
        try addTopics(of: id, at: at, isWithdrawn: isWithdrawn, &draw)
        if !isSpecial { try addRelated(to: id, &draw) }
        if isWithdrawn { try withdrawals.add([id, at + 86_400_000, latest]) }
        return slug
    }

    private static func headline(_ draw: inout Draw) -> String {
        let subject = draw.pick(Words.topical)
        var ending = Prose()
        ending.addSentence(words: 3 + draw.below(4), &draw)
        let beginning = "\(subject.capitalizedFirst) \(draw.pick(Words.verbs)) \(draw.pick(Words.topical))"
        return "\(beginning), \(ending.text.dropLast().lowercased())"
    }

    private func addVersion(
        _ number: Int, of id: Int, _ headline: String, _ opening: String, _ draw: inout Draw
    ) throws {
        let at = Self.publication(of: id) + (number - 1) * 3_600_000
        try versions.add([
            id, number, number, headline, standfirst(&draw), "HARBOUR CITY", "The \(draw.pick(Words.topical)) desk",
            body(opening, &draw), at,
        ])
        for position in 0...draw.below(2) {
            let role = position == 0 ? "Reporting" : "Editing"
            try credits.add([id, number, position, role, "the \(draw.pick(Words.topical)) desk"])
        }
    }

    private func standfirst(_ draw: inout Draw) -> String {
        var prose = Prose()
        prose.addSentence(words: 9 + draw.below(8), &draw)
        return prose.text
    }

    private func body(_ opening: String, _ draw: inout Draw) -> String {
        var prose = Prose()
        prose.add(opening)
        for section in 0...draw.below(4) {
            if section > 0 { prose.add("\n\n## The \(draw.pick(Words.topical)) and the \(draw.pick(Words.topical))") }
            prose.add("\n\n")
            prose.addParagraphs(words: 80 + draw.below(160), &draw)
        }
        return prose.text
    }

    private func addTopics(of id: Int, at: Int, isWithdrawn: Bool, _ draw: inout Draw) throws {
        let first = draw.below(Words.topical.count)
        for position in 0...draw.below(3) {
            let topic = (first + position * 7) % Words.topical.count + 1
            try topics.add([id, topic, position, at, isWithdrawn ? 1 : 0])
        }
    }

    private func addRelated(to id: Int, _ draw: inout Draw) throws {
        for position in 0..<draw.below(4) where id > 20 {
            try related.add([id, id - 1 - position * 4 - draw.below(4), position])
        }
    }
}
