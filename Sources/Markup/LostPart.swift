import CCMarkGFM

/// A part of a text that its readers would not see, on a page that shows no pictures.
package enum LostPart: Sendable {
    /// A picture, at whatever address.
    case picture
    /// The address of a link that leads nowhere or has no words.
    case address
    /// A footnote that nothing refers to.
    case footnote
    /// All of the text.
    case everything
}

extension Markdown {
    /// The first part of a text that its readers would not see; `nil` if they see all of it.
    package static func lostPart(of text: String) -> LostPart? {
        let parsed = Markdown(text)
        if parsed.contains({ $0.kind == CMARK_NODE_IMAGE }) { return .picture }
        if parsed.contains(\.losesAddress) { return .address }
        if parsed.lacksFootnote(of: text) { return .footnote }
        return parsed.plainText().allSatisfy(\.isWhitespace) ? .everything : nil
    }

    private func contains(_ isMeant: (MarkdownNode) -> Bool) -> Bool {
        var isFound = false
        for part in [MarkdownNode(pointer: root)] + footnotes.all.map(\.node) {
            part.walk { node, entering in
                if entering, !isFound { isFound = isMeant(node) }
            }
        }
        return isFound
    }

    /// Whether the text has a footnote that nothing refers to. The parser drops such footnotes, but keeps them if a
    /// paragraph at the end refers to them.
    private func lacksFootnote(of text: String) -> Bool {
        let marks = text.matches(of: /\[\^[^\[\]\s]+\](?=:)/).map { String($0.output) }
        guard !marks.isEmpty else { return false }
        return Markdown(text + "\n\n" + marks.joined(separator: " ")).footnotes.all.count > footnotes.all.count
    }
}

extension MarkdownNode {
    /// Whether it is a link whose address readers can neither follow nor read.
    fileprivate var losesAddress: Bool {
        guard kind == CMARK_NODE_LINK else { return false }
        guard let words = firstChild else { return true }
        // A page shows such an autolink as text.
        let isShown = address == words.literal || address == "mailto:" + words.literal
        return SafeURL(address) == nil && !isShown
    }
}
