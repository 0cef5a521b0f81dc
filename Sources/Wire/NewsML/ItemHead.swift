import Foundation
import Newsroom

/// The facts that items of every class state about themselves.
struct ItemHead {
    let item: XMLElement
    let guid: String
    let version: Int
    let itemClass: String?
    let isCanceled: Bool
    /// Whether the item says that it corrects an error (`signal` with `sig:correction`).
    let isCorrection: Bool
    let versionCreated: Date
    let firstCreated: Date
    let embargoedUntil: Date?
    /// The language of the item's content, or else the `xml:lang` of the item (BCP 47).
    let language: Language?
    let topics: [Topic]
    let usageTerms: String?
    /// The assumptions about the item, in the order of its elements.
    private(set) var remarks: [Remark] = []

    var itemMeta: XMLElement? { item.first("itemMeta") }
    var contentMeta: XMLElement? { item.first("contentMeta") }

    /// The short texts with which the item describes itself, and which its body may repeat.
    var statements: [String] {
        let elements = (contentMeta?.elements ?? []) + (itemMeta?.elements ?? [])
        let names = [
            "headline", "slugline", "subject", "genre", "located", "keyword", "title", "service", "by", "dateline",
        ]
        return [guid]
            + elements.filter { names.contains($0.name) }.flatMap { element in
                [element.words] + element.all("name").map(\.words)
            }.compactMap(\.self)
    }

    /// Reads the head. `zones` supplies the zone of dates that name none. Refuses an item without a guid or a
    /// `versionCreated` date, and one that is withheld, is under an embargo without an end, or has an invalid
    /// date, an unknown status or a version that is not a whole number from 1. A missing version counts as 1.
    init(_ item: XMLElement, zones: ProviderZones) throws(Objection) {
        self.item = item
        let zone = zones.zone(of: item)
        var remarks: [Remark] = []
        guid = try FieldRule.guid.accept(item["guid"] ?? "", in: item)
        version = try Self.version(item, &remarks)
        let meta = item.first("itemMeta")
        itemClass = meta?.first("itemClass")?.code
        isCanceled = try Self.isCanceled(meta?.first("pubStatus"))
        isCorrection = meta?.all("signal").contains { $0.code == "correction" } == true
        let first = try Self.date(meta?.first("firstCreated"), in: zone, &remarks)
        guard let created = try Self.versionCreated(item, in: zone, &remarks) ?? first else {
            throw Objection(line: item.line, "This item has no versionCreated date.")
        }
        versionCreated = created
        firstCreated = first ?? created
        embargoedUntil = try Self.embargo(meta?.all("embargoed") ?? [], in: zone, &remarks)
        let tags = [item.first("contentMeta", "language")?["tag"], item["xml:lang"]]
        language = tags.lazy.compactMap { $0.flatMap { Language(tag: $0.collapsed) } }.first
        topics = try Self.topics(of: item, language: language?.tag)
        usageTerms = try UsageTermsReading.read(item, language, zone: zone)
        self.remarks = remarks + Self.reordering(in: item)
    }

    /// A remark for each single line with characters that reorder text. `FieldRule` drops them.
    private static func reordering(in item: XMLElement) -> [Remark] {
        let fields = [item.first("itemMeta"), item.first("contentMeta")].compactMap(\.self).flatMap(\.elements)
        return fields.compactMap { field in
            guard let found = field.text.unicodeScalars.first(where: \.reordersText) else { return nil }
            let code = String(found.value, radix: 16, uppercase: true)
            return Remark(line: field.line, "U+\(code) in \(field.name) reorders the text around it. It is dropped.")
        }
    }

    private static func version(_ item: XMLElement, _ remarks: inout [Remark]) throws(Objection) -> Int {
        guard let text = item["version"]?.collapsed, !text.isEmpty else {
            remarks.append(Remark(line: item.line, "The item has no version. It counts as version 1."))
            return 1
        }
        guard text.utf8.allSatisfy(\.isASCIIDigit), let version = Int(text), version > 0 else {
            throw Objection(
                line: item.line,
                "The version of this item must be a whole number from 1 to 2^63 − 1, not “\(text.prefix(40))”.")
        }
        return version
    }

    /// The date of the version. An item that leaves it empty may name when its content changed.
    private static func versionCreated(
        _ item: XMLElement, in zone: TimeZone, _ remarks: inout [Remark]
    ) throws(Objection) -> Date? {
        if let created = try date(item.first("itemMeta", "versionCreated"), in: zone, &remarks) { return created }
        let content = item.first("contentMeta")
        let other = [content?.first("contentModified"), content?.first("contentCreated")].compactMap(\.self).first
        remarks.append(Remark(line: item.line, "The item has no versionCreated date. Another of its dates is used."))
        return try date(other, in: zone, &remarks)
    }

    /// "Canceled" is final and withdraws the story. "Withheld" is temporary, so the item is refused and an
    /// editor must decide.
    private static func isCanceled(_ status: XMLElement?) throws(Objection) -> Bool {
        switch status?.code {
        case nil, "usable": return false
        case "canceled", "cancelled": return true
        case "withheld":
            throw Objection(
                line: status?.line,
                "The agency withholds this item until further notice. It must not be published, or stay published.")
        case let other?:
            throw Objection(line: status?.line, "The status of this item is unknown: “\(other.prefix(40))”.")
        }
    }

    private static func date(
        _ element: XMLElement?, in zone: TimeZone, _ remarks: inout [Remark]
    ) throws(Objection) -> Date? {
        guard let element, let text = element.words else { return nil }
        guard let read = Timestamp.read(text, in: zone) else {
            throw Objection(line: element.line, "\(element.name) must be a date, not “\(text.prefix(40))”.")
        }
        if !read.hasZone {
            remarks.append(Remark(line: element.line, "\(element.name) has no zone. It is read in \(zone.identifier)."))
        }
        return read.date
    }

    /// The end of the embargo. An embargo without a date holds until another version says otherwise
    /// (NewsML-G2, `embargoed`), so such an item is refused. Of several dates, the latest counts.
    private static func embargo(
        _ elements: [XMLElement], in zone: TimeZone, _ remarks: inout [Remark]
    ) throws(Objection) -> Date? {
        var latest: Date?
        for element in elements {
            guard let end = try date(element, in: zone, &remarks) else {
                throw Objection(line: element.line, "This item is under an embargo without an end date.")
            }
            latest = max(latest ?? end, end)
        }
        return latest
    }

    /// The topics, taken from the memberships, or from the subjects if no membership has a name.
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
