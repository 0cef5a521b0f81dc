/// "No", as a value: the only error that a visitor ever reads.
///
/// `sentence` is written for the person who asked; `field` names the form field that it is about, where there is one.
/// Everything that is not a `Refusal` is an incident and is never shown.
package struct Refusal: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case invalid, notFound, gone, forbidden, conflict, tooSoon, closed, tooLarge, unavailable
    }

    package let kind: Kind
    package let sentence: String
    package let field: String?
    /// Seconds after which the same request may succeed; for `tooSoon` and `unavailable`.
    package let retryAfter: Int?

    package init(_ kind: Kind, _ sentence: String, field: String? = nil, retryAfter: Int? = nil) {
        self.kind = kind
        self.sentence = sentence
        self.field = field
        self.retryAfter = retryAfter
    }

    package static func invalid(_ sentence: String, field: String? = nil) -> Refusal {
        Refusal(.invalid, sentence, field: field)
    }

    package static func notFound(_ sentence: String) -> Refusal { Refusal(.notFound, sentence) }

    package static func forbidden(_ sentence: String) -> Refusal { Refusal(.forbidden, sentence) }

    package static func conflict(_ sentence: String) -> Refusal { Refusal(.conflict, sentence) }
}
