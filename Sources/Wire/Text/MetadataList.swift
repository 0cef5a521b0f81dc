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
        default: return false
        }
        let labelled = entries.compactMap(\.self)
        guard labelled.count > 1, labelled.count == entries.count else { return false }
        let known = Set([facts.headline, facts.byline ?? ""].map(\.foldedName) + facts.others.map(\.foldedName))
        let matching = labelled.count { entry in
            labels.contains(entry.label.trimmingColon.foldedName) || known.contains(entry.value.foldedName)
        }
        return matching * 3 >= labelled.count * 2
    }

    private static func entry(_ text: String) -> (label: String, value: String)? {
        guard let colon = text.firstIndex(of: ":"), text[..<colon].count <= 40 else { return nil }
        return (String(text[..<colon]), String(text[text.index(after: colon)...]))
    }

    private static let labels: Set<String> = [
        "agency", "author", "by", "byline", "categories", "category", "city", "copyright", "country", "created",
        "credit",
        "creditline", "date", "date created", "dateline", "department", "desk", "edition", "embargo", "filed", "genre",
        "guid", "headline", "id", "item id", "keyword", "keywords", "language", "last updated", "length", "location",
        "modified", "place", "priority", "product", "provider", "published", "section", "service", "slug", "slugline",
        "source", "status", "story id", "subject", "subjects", "time", "title", "topic", "topics", "type", "updated",
        "urgency", "version", "word count", "words",
        "autor", "datum", "dringlichkeit", "länge", "ort", "priorität", "quelle", "ressort", "schlagwort",
        "schlagwörter",
        "sprache", "stichwort", "stichworte", "thema", "titel", "überschrift", "urheber", "zeilen",
        "auteur", "date de création", "langue", "lieu", "mots", "mots-clés", "priorité", "rubrique", "sujet", "titre",
        "autoría", "categoría", "fecha", "fuente", "idioma", "lugar", "palabras", "palabras clave", "prioridad",
        "sección",
        "tema", "titular", "título", "autore", "data", "fonte", "lingua", "luogo", "parole chiave", "sezione", "titolo",
    ]
}

extension String {
    fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
