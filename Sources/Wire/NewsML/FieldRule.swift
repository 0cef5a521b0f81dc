import Newsroom

/// How long the fields of an item may be, in characters. A field is taken whole, or its item is refused.
enum FieldRule {
    static let guid = TextRule(field: "guid", label: "The guid", minimum: 1, maximum: 500)
    static let headline = TextRule(field: "headline", label: "The headline", maximum: 500)
    static let byline = TextRule(field: "by", label: "The byline", maximum: 300)
    static let topic = TextRule(field: "memberOf", label: "The name of a topic", maximum: 100)
    static let standfirst = TextRule(field: "description", label: "The summary", maximum: 3_000, multiline: true)
    static let body = TextRule(field: "contentSet", label: "The text", maximum: 500_000, multiline: true)
    static let signOff = TextRule(field: "contentSet", label: "The sign-off", maximum: 5_000, multiline: true)
    static let caption = TextRule(field: "description", label: "The caption", maximum: 10_000, multiline: true)
    static let credit = TextRule(field: "creditline", label: "The credit", maximum: 500)
    static let rights = TextRule(field: "rightsInfo", label: "A text about rights", maximum: 10_000, multiline: true)
}

extension TextRule {
    func accept(_ text: String, in element: XMLElement) throws(Objection) -> String {
        do throws(Refusal) {
            return try accept(text)
        } catch {
            throw Objection(line: element.line, error.sentence)
        }
    }

    /// The words of an element; `nil` where there is no element or nothing in it.
    func acceptOptional(_ element: XMLElement?) throws(Objection) -> String? {
        guard let element, let words = element.words else { return nil }
        return try accept(words, in: element)
    }
}
