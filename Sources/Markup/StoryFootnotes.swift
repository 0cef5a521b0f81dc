import CCMarkGFM

/// The footnotes of a story: numbers in the text, and a list at its end, with links from one to the other.
/// Identifiers consist of our own words and numbers, never of an author's label.
extension StoryRendering {
    struct FootnoteProgress {
        /// The references so far, by the number of the footnote.
        var references: [Int: Int] = [:]
        /// The last block of the footnote that is being written, and the markup up to its end if it is a paragraph.
        /// The links back stand there.
        var lastBlock: OpaquePointer?
        var beginning: HTML?
        /// The references that readers do not see, by the number of the footnote.
        var hidden: [Int: Set<Int>] = [:]
    }

    private var page: HTML { additions.page.map { "\($0)" } ?? "" }

    mutating func reference(_ node: MarkdownNode) -> StaticString {
        guard let number = Int(node.literal) else { return "" }
        let place = footnotes.references[number, default: 0] + 1
        footnotes.references[number] = place
        let link: HTML = """
            <a href="\(page)#\(additions.prefix)footnote-\(number)" role="doc-noteref" \
            aria-label="\(words.footnote(number))">\(number)</a>
            """
        // HTML has no link inside a link.
        out.append("<sup id=\"\(additions.prefix)footnote-\(number)-from-\(place)\">\(isInLink ? "\(number)" : link)")
        return "</sup>"
    }

    mutating func write(_ all: [Footnotes.Footnote]) {
        guard !all.isEmpty else { return }
        let text = out
        let written = all.map { parts(of: $0.node) }
        out = text
        out.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"\(words.footnotes)\">\n<ol>\n")
        for (index, footnote) in all.enumerated() {
            let linksBack = linksBack(from: index + 1, to: footnote.references)
            let (beginning, end) = written[index]
            out.append("<li id=\"\(additions.prefix)footnote-\(index + 1)\">\(beginning)\(linksBack)\(end)</li>\n")
        }
        out.write("</ol>\n</section>\n")
    }

    /// The markup of a footnote before and after its links back. They follow the last paragraph, or have one of their
    /// own. Only when all footnotes are written is it known which references readers see.
    private mutating func parts(of footnote: MarkdownNode) -> (HTML, HTML) {
        out = HTML()
        footnotes.beginning = nil
        footnotes.lastBlock = footnote.lastChild?.pointer
        write(footnote)
        guard let beginning = footnotes.beginning else { return ("\(out)<p>", "</p>\n") }
        return ("\(beginning) ", out)
    }

    /// Called at the end of each paragraph of words.
    mutating func endFootnote(with paragraph: MarkdownNode) {
        guard footnotes.lastBlock == paragraph.pointer else { return }
        footnotes.beginning = out
        out = HTML()
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
            <a href="\(page)#\(additions.prefix)footnote-\(number)-from-\(place)" role="doc-backlink" \
            aria-label="\(words.backToText(number, place))">↑</a>
            """
        }.joined(separator: " ")
    }
}
