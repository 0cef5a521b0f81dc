import Newsroom

/// The people and agencies that an item names as its authors (NewsML-G2, `by`, `creator`, `provider`).
struct Authors {
    private let head: ItemHead

    init(_ head: ItemHead) { self.head = head }

    /// The byline: all `by` elements in the item's language, or else the people among its creators.
    func byline() throws(Objection) -> String? {
        var names: [String] = []
        for by in inLanguage(head.contentMeta?.all("by") ?? []) {
            guard let text = try FieldRule.byline.acceptOptional(by) else { continue }
            if let name = BylineText.read(text, head.language) { names.append(name) }
        }
        if names.isEmpty {
            for creator in head.contentMeta?.all("creator") ?? [] {
                if let name = try person(creator) { names.append(name) }
            }
        }
        let seen = names.reduce(into: [String]()) { seen, name in
            if !seen.contains(where: { $0.foldedName == name.foldedName }) { seen.append(name) }
        }
        return try BylineText.list(seen, head.language).map { text throws(Objection) in
            try FieldRule.byline.accept(text, in: head.item)
        }
    }

    /// The names by which the item's agency may sign.
    var agencies: [String] {
        let provider = [head.itemMeta?.first("provider")].compactMap(\.self)
        let sources = provider + (head.contentMeta?.all("infoSource") ?? []) + (head.contentMeta?.all("creator") ?? [])
        let names = sources.flatMap { [$0.name(in: nil), $0.code, $0["literal"]?.collapsed] }
        return (names + [head.contentMeta?.first("creditline")?.words]).compactMap(\.self)
            .filter { !$0.isEmpty && $0.utf8.count <= 100 }
    }

    /// The elements in the language of the item, and those without a language, or all of the first language.
    private func inLanguage(_ elements: [XMLElement]) -> [XMLElement] {
        guard let chosen = elements.inLanguage(head.language?.tag)?["xml:lang"] else { return elements }
        return elements.filter { $0["xml:lang"] == nil || $0["xml:lang"] == chosen }
    }

    /// The name of a creator who is a person: by its type, or else because it is a full name.
    private func person(_ creator: XMLElement) throws(Objection) -> String? {
        let names = creator.all("name").compactMap(\.words)
        let fullName = names.first(where: SignOffName.isPerson) ?? creator.name(in: head.language?.tag)
        guard let name = fullName, !name.isEmpty else { return nil }
        let type = (creator["type"] ?? creator["typeuri"])?.lowercased()
        let isPerson = type.map { $0.contains("person") } ?? SignOffName.isPerson(name)
        guard isPerson, !Byline.isOrganization(name, head.itemMeta?.first("provider")?.name(in: nil)) else {
            return nil
        }
        return try FieldRule.byline.accept(name, in: creator)
    }
}
