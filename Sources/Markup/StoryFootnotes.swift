import CCMarkGFM

/// The footnotes of a story: numbers in the text, and a list at its end, with links from one to the other.
/// Identifiers consist of our own words and numbers, never of an author's label.
extension StoryRendering {
    struct FootnoteProgress {
        /// The references so far, by the number of the footnote.
        var references: [Int: Int] = [:]
        /// The links back of the footnote that is being written, until they are written too: at the end of its
        /// last block if that is a paragraph, otherwise after it.
        var linksBack: HTML?
        var lastBlock: OpaquePointer?
        /// The references that readers do not see, by the number of the footnote.
        var hidden: [Int: Set<Int>] = [:]
    }

    mutating func reference(_ node: MarkdownNode) -> StaticString {
        guard let number = Int(node.literal) else { return "" }
        let place = footnotes.references[number, default: 0] + 1
        footnotes.references[number] = place
        let link: HTML = """
            <a href="#footnote-\(number)" role="doc-noteref" aria-label="\(words.footnote(number))">\(number)</a>
            """
        // HTML has no link inside a link.
        out.append("<sup id=\"footnote-\(number)-from-\(place)\">\(isInLink ? "\(number)" : link)")
        return "</sup>"
    }

    mutating func write(_ all: [Footnotes.Footnote]) {
        guard !all.isEmpty else { return }
        out.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"\(words.footnotes)\">\n<ol>\n")
        for (index, footnote) in all.enumerated() {
            out.append("<li id=\"footnote-\(index + 1)\">")
            footnotes.linksBack = linksBack(from: index + 1, to: footnote.references)
            footnotes.lastBlock = footnote.node.lastChild?.pointer
            write(footnote.node)
            if let linksBack = footnotes.linksBack { out.append("<p>\(linksBack)</p>\n") }
            out.write("</li>\n")
        }
        out.write("</ol>\n</section>\n")
    }

    /// Called at the end of each paragraph.
    mutating func endFootnote(with paragraph: MarkdownNode) {
        guard let linksBack = footnotes.linksBack, footnotes.lastBlock == paragraph.pointer else { return }
        out.append(" \(linksBack)")
        footnotes.linksBack = nil
    }

    /// Counts the references in the caption of a picture that is not shown.
    mutating func hideReferences(in node: MarkdownNode) {
        node.walk { node, entering in
            guard entering, node.kind == CMARK_NODE_FOOTNOTE_REFERENCE, let number = Int(node.literal) else { return }
            footnotes.references[number, default: 0] += 1
            footnotes.hidden[number, default: []].insert(footnotes.references[number, default: 0])
        }
    }

    private func linksBack(from number: Int, to references: Int) -> HTML {
        let hidden = footnotes.hidden[number] ?? []
        return (1...references).filter { !hidden.contains($0) }.map { place -> HTML in
            """
            <a href="#footnote-\(number)-from-\(place)" role="doc-backlink" \
            aria-label="\(words.backToText(number, place))">↑</a>
            """
        }.joined(separator: " ")
    }
}
