import Newsroom

/// The limits of an item's fields, in characters. A field is never cut: if it is too long, the item is
/// refused.
enum FieldRule {
    static let guid = TextRule(.guid, field: "guid", minimum: 1, maximum: 500)
    static let headline = TextRule(.headline, field: "headline", maximum: 500)
    static let byline = TextRule(.byline, field: "by", maximum: 300)
    static let topic = TextRule(.topicName, field: "memberOf", maximum: 100)
    static let standfirst = TextRule(.standfirst, field: "description", maximum: 3_000, multiline: true)
    static let body = TextRule(.body, field: "contentSet", maximum: 500_000, multiline: true)
    static let signOff = TextRule(.signOff, field: "contentSet", maximum: 5_000, multiline: true)
    static let note = TextRule(.signOff, field: "contentSet", maximum: 2_000, multiline: true)
    static let caption = TextRule(.caption, field: "description", maximum: 10_000, multiline: true)
    static let credit = TextRule(.credit, field: "creditline", maximum: 500)
    static let rights = TextRule(.rights, field: "rightsInfo", maximum: 10_000, multiline: true)
}

extension TextRule {
    /// The accepted text. Characters that reorder text are forbidden in a single line, so they
    /// are dropped from it.
    func accept(_ text: String, in element: XMLElement) throws(Objection) -> String {
        do throws(Refusal) {
            guard !multiline, text.unicodeScalars.contains(where: \.reordersText) else { return try accept(text) }
            return try accept(String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.reordersText })))
        } catch {
            throw Objection(line: element.line, error)
        }
    }

    /// The accepted words of an element, or `nil` if the element is missing or empty.
    func acceptOptional(_ element: XMLElement?) throws(Objection) -> String? {
        guard let element, let words = element.words else { return nil }
        return try accept(words, in: element)
    }
}
