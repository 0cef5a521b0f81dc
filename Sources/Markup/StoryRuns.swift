/// Emphasis, struck text and links in the paragraphs of a story.
extension StoryRendering {
    /// The greatest depth of emphasis. Deeper words lose theirs.
    private var deepestInline: Int { 8 }

    var isInLink: Bool { linkDepth > 0 }

    mutating func inline(_ opening: StaticString, _ closing: StaticString) -> StaticString {
        inlineDepth += 1
        return inlineDepth <= deepestInline ? opened(opening, closing) : ""
    }

    /// Struck text. Most screen readers ignore `del`, so a hidden word announces it.
    mutating func struck() -> StaticString {
        let closing = inline("<del>", "</del>")
        if inlineDepth <= deepestInline, !words.struck.isEmpty {
            out.append("<span class=\"unseen\">\(words.struck) </span>")
        }
        return closing
    }

    mutating func link(_ node: MarkdownNode) -> StaticString {
        linkDepth += 1
        guard linkDepth == 1, let address = SafeURL(node.address) else { return "" }
        out.write("<a href=\"")
        Escape.append(address.text, to: &out.line)
        out.write("\">")
        return "</a>"
    }
}
