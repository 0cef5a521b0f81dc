import Newsroom

/// How long the fields of an item may be, in characters. A field is taken whole, or its item is refused.
enum FieldRule {
    static let guid = TextRule(.guid, field: "guid", minimum: 1, maximum: 500)
    static let headline = TextRule(.headline, field: "headline", maximum: 500)
    static let byline = TextRule(.byline, field: "by", maximum: 300)
    static let topic = TextRule(.topicName, field: "memberOf", maximum: 100)
    static let standfirst = TextRule(.standfirst, field: "description", maximum: 3_000, multiline: true)
    static let body = TextRule(.body, field: "contentSet", maximum: 500_000, multiline: true)
    static let signOff = TextRule(.signOff, field: "contentSet", maximum: 5_000, multiline: true)
    static let caption = TextRule(.caption, field: "description", maximum: 10_000, multiline: true)
    static let credit = TextRule(.credit, field: "creditline", maximum: 500)
    static let rights = TextRule(.rights, field: "rightsInfo", maximum: 10_000, multiline: true)
}

extension TextRule {
    func accept(_ text: String, in element: XMLElement) throws(Objection) -> String {
        do throws(Refusal) {
            return try accept(text)
        } catch {
            throw Objection(line: element.line, error)
        }
    }

    /// The words of an element; `nil` where there is no element or nothing in it.
    func acceptOptional(_ element: XMLElement?) throws(Objection) -> String? {
        guard let element, let words = element.words else { return nil }
        return try accept(words, in: element)
    }
}
