/// "No", as a value: the only error that a visitor ever reads.
///
/// A refusal is a stable code, and the values that its sentence needs. The sentence is a word of the site (`Pages/Words`).
/// Everything that is not a `Refusal` is an incident and is never shown.
///
/// The rule that refuses has a small static constructor beside it where its refusal has values, so that none is forgotten.
package struct Refusal: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case invalid, notFound, gone, forbidden, conflict, tooSoon, closed, tooLarge, unavailable
    }

    package let code: Code
    package let values: [Name: Value]
    /// The form field that it is about, where there is one.
    package let field: String?
    /// Seconds after which the same request may succeed; for `tooSoon` and `unavailable`.
    package let retryAfter: Int?

    package var kind: Kind { code.kind }

    package init(_ code: Code, _ values: [Name: Value] = [:], field: String? = nil, retryAfter: Int? = nil) {
        self.code = code
        self.values = values
        self.field = field
        self.retryAfter = retryAfter
    }
}
