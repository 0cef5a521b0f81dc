import Foundation
import Newsroom

/// What every item says of itself, whatever its class.
struct ItemHead {
    let item: XMLElement
    let guid: String
    let version: Int
    let itemClass: String?
    let isCanceled: Bool
    /// Whether the item says that it corrects what was wrong before (`signal` with `sig:correction`).
    let isCorrection: Bool
    let versionCreated: Date
    let firstCreated: Date
    let embargoedUntil: Date?
    /// A BCP 47 tag that the item gives for its content, else for its own words.
    let language: Language?
    let topics: [Topic]
    let usageTerms: String?

    var itemMeta: XMLElement? { item.first("itemMeta") }
    var contentMeta: XMLElement? { item.first("contentMeta") }

    /// Refuses an item without a guid, with a version that is no number from 1, with dates that are none, or with a status that
    /// is not known. A version that is not given is 1.
    init(_ item: XMLElement) throws(Objection) {
        self.item = item
        guid = try FieldRule.guid.accept(item["guid"] ?? "", in: item)
        version = try Self.version(item)
        let meta = item.first("itemMeta")
        itemClass = meta?.first("itemClass")?.code
        isCanceled = try Self.isCanceled(meta?.first("pubStatus"))
        isCorrection = meta?.all("signal").contains { $0.code == "correction" } == true
        guard let created = try Self.date(meta?.first("versionCreated")) else {
            throw Objection(line: item.line, "This item does not say when its version was created (versionCreated).")
        }
        versionCreated = created
        firstCreated = try Self.date(meta?.first("firstCreated")) ?? created
        embargoedUntil = try Self.embargo(meta?.first("embargoed"))
        let tags = [item.first("contentMeta", "language")?["tag"], item["xml:lang"]]
        language = tags.lazy.compactMap { $0.flatMap { Language(tag: $0.collapsed) } }.first
        topics = try Self.topics(of: item, language: language?.tag)
        usageTerms = try FieldRule.rights.acceptOptional(
            item.first("rightsInfo")?.all("usageTerms").inLanguage(language?.tag))
    }

    private static func version(_ item: XMLElement) throws(Objection) -> Int {
        guard let text = item["version"] else { return 1 }
        guard text.utf8.count <= 9, text.utf8.allSatisfy(\.isASCIIDigit), let version = Int(text), version > 0 else {
            throw Objection(line: item.line, "The version of this item is no number from 1: “\(text.prefix(40))”.")
        }
        return version
    }

    /// Canceled is for good, withheld is not: the one withdraws a story, the other is left to an editor.
    private static func isCanceled(_ status: XMLElement?) throws(Objection) -> Bool {
        switch status?.code {
        case nil, "usable": return false
        case "canceled", "cancelled": return true
        case "withheld":
            throw Objection(
                line: status?.line,
                "This item is withheld by its agency until further notice: it is not to be published, nor to stay so.")
        case let other?:
            throw Objection(line: status?.line, "The status of this item is not known: “\(other.prefix(40))”.")
        }
    }

    private static func date(_ element: XMLElement?) throws(Objection) -> Date? {
        guard let element else { return nil }
        let text = element.text.collapsed
        guard let date = Timestamp.date(text) else {
            throw Objection(line: element.line, "“\(text.prefix(40))” is no date with time and zone (\(element.name)).")
        }
        return date
    }

    /// An embargo without a date holds until a further version says otherwise (NewsML-G2, `embargoed`).
    private static func embargo(_ element: XMLElement?) throws(Objection) -> Date? {
        guard let element, element.words == nil else { return try date(element) }
        throw Objection(line: element.line, "This item is under an embargo that has no end yet.")
    }

    /// From the memberships; from the subjects only where there are none.
    private static func topics(of item: XMLElement, language: String?) throws(Objection) -> [Topic] {
        let members = item.first("itemMeta")?.all("memberOf") ?? []
        let named = members.filter { $0.name(in: language) != nil }
        let subjects = item.first("contentMeta")?.all("subject").filter { $0.first("name") != nil } ?? []
        var names: Set<String> = []
        var topics: [Topic] = []
        for element in named.isEmpty ? subjects : named {
            guard let name = element.name(in: language), !name.isEmpty else { continue }
            let topic = Topic(name: try FieldRule.topic.accept(name, in: element))
            if names.insert(topic.nameKey).inserted { topics.append(topic) }
        }
        return topics
    }
}
