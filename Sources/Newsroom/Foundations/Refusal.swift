/// An expected failure, the only kind of error that visitors see. Any other error is an incident and is never
/// shown.
///
/// A refusal has a stable code and the values for its message. The messages are in `Pages/Words`.
///
/// A refusal with values that several places throw has a static constructor beside the rule, so that no value
/// is forgotten.
package struct Refusal: Error, Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case invalid, notFound, gone, forbidden, conflict, tooSoon, closed, tooLarge, unavailable
    }

    package let code: Code
    package let values: [Name: Value]
    /// The form field that caused the refusal, if there is one.
    package let field: String?
    /// Seconds until the same request may succeed; for `tooSoon` and `unavailable`.
    package let retryAfter: Int?

    package var kind: Kind { code.kind }

    package init(_ code: Code, _ values: [Name: Value] = [:], field: String? = nil, retryAfter: Int? = nil) {
        self.code = code
        self.values = values
        self.field = field
        self.retryAfter = retryAfter
    }
}
