import Newsroom

/// Recognizes a list of facts about an item that an agency writes before the text: `Slug: ferry`, `Words: 300`.
enum MetadataList {
    /// Whether a list or a table has at least two entries, each with a label, and two of three entries state a
    /// fact about an item.
    static func isMetadata(_ block: Block, _ facts: Article.Facts) -> Bool {
        let entries: [(label: String, value: String)?]
        switch block {
        case .list(let items, _): entries = items.map { entry($0.compactMap(\.words).joined(separator: " ")) }
        case .table(let table):
            entries = table.rows.map { row in
                row.count == 2 ? (row[0].plain, row[1].plain) : nil
            }
        // Lines of one paragraph, each with its label.
        case .paragraph(let text): entries = text.lines.map(entry)
        default: return false
        }
        let labelled = entries.compactMap(\.self)
        guard labelled.count > 1, labelled.count == entries.count else { return false }
        let known = Set(([facts.headline, facts.byline ?? ""] + facts.others).map(\.foldedName))
        let keys = labelled.map { $0.label.trimmingColon.foldedName }
        let isKnown = labelled.map { known.contains($0.value.foldedName) }
        let matching = zip(keys, isKnown).count { labels.contains($0) || wireLabels.contains($0) || $1 }
        // A box of facts has such labels too, so one of them must come from a wire, or state what the item states.
        let isOfWire = keys.contains(where: wireLabels.contains) || isKnown.contains(true)
        return isOfWire && matching * 3 >= labelled.count * 2 && labelled.allSatisfy { !$0.value.isSentence }
    }

    private static func entry(_ text: String) -> (label: String, value: String)? {
        guard let colon = text.firstIndex(of: ":"), text[..<colon].count <= 40 else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    /// Labels that only agencies use.
    private static let wireLabels: Set<String> = [
        "byline", "categories", "category", "creditline", "dateline", "embargo", "guid", "headline", "item id",
        "keyword",
        "keywords", "slug", "slugline", "story id", "urgency", "version", "word count", "words", "dringlichkeit",
        "ressort",
        "stichwort", "stichworte", "überschrift", "zeilen", "mots-clés", "rubrique", "palabras clave", "titular",
        "parole chiave",
    ]

    /// Labels that stories use too.
    private static let labels: Set<String> = [
        "agency", "author", "by", "city", "copyright", "country", "created", "credit", "date", "date created",
        "department",
        "desk", "edition", "filed", "genre", "id", "language", "last updated", "length", "location", "modified",
        "place",
        "priority", "product", "provider", "published", "section", "service", "source", "status", "subject", "subjects",
        "time", "title", "topic", "topics", "type", "updated",
        "autor", "datum", "länge", "ort", "priorität", "quelle", "schlagwort", "schlagwörter", "sprache", "thema",
        "titel",
        "urheber", "auteur", "date de création", "langue", "lieu", "mots", "priorité", "sujet", "titre", "autoría",
        "categoría", "fecha", "fuente", "idioma", "lugar", "palabras", "prioridad", "sección", "tema", "título",
        "autore",
        "data", "fonte", "lingua", "luogo", "sezione", "titolo",
    ]
}

extension String {
    fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }

    fileprivate var isSentence: Bool { count > 100 || collapsed.count > 40 && ".!?”".contains(last ?? " ") }
}
