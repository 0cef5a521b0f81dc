/// A text of a story or picture as it was sent, with the quotation marks and hyphens of a typewriter. It is
/// stored and compared in this form. A page or feed shows it with the typography of its language; until then it
/// fits into no markup, and the compiler refuses it inside a string.
package struct WireText: Sendable, Hashable, Codable, ExpressibleByStringLiteral {
    package let sent: String

    package init(_ sent: String) { self.sent = sent }

    package init(stringLiteral sent: String) { self.init(sent) }

    package var isEmpty: Bool { sent.isEmpty }
}

extension DefaultStringInterpolation {
    @available(*, unavailable, message: "Typeset the text in its language, or take it as it was sent.")
    package mutating func appendInterpolation(_ text: WireText) {}

    @available(*, unavailable, message: "Typeset the text in its language, or take it as it was sent.")
    package mutating func appendInterpolation(_ text: WireText?) {}
}
