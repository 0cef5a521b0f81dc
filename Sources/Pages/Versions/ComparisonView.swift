import Markup
import Newsroom

/// Shows a comparison: the changed paragraphs, and how many unchanged ones lie between them.
struct ComparisonView {
    let words: VersionWords
    let languageMarkup: LanguageMarkup
    let comparison: Comparison

    func html() -> HTML {
        var out = HTML()
        var unchanged = 0
        for change in comparison.changes {
            if case .same = change {
                unchanged += 1
            } else {
                out.append(count(unchanged))
                unchanged = 0
                out.append(paragraph(change))
            }
        }
        out.append(count(unchanged))
        return out
    }

    private func count(_ unchanged: Int) -> HTML {
        guard unchanged > 0 else { return "" }
        return "<p class=\"unchanged\">\(languageMarkup.furniture("\(words.unchangedParagraphs(unchanged))"))</p>\n"
    }

    private func paragraph(_ change: Comparison.Change) -> HTML {
        switch change {
        case .same(let text): "<p>\(text)</p>\n"
        case .removed(let text): "<p>\(removed(text))</p>\n"
        case .added(let text): "<p>\(added(text))</p>\n"
        case .rewritten(let pieces):
            if pieces.contains(where: \.text.hasScriptWithoutBlanks) {
                "<p>\(pieces.map { piece($0, blank: $0.text.hasSuffix(" ") ? " " : "") })</p>\n"
            } else {
                "<p>\(pieces.map { piece($0, blank: " ") })</p>\n"
            }
        }
    }

    /// A run of words. `blank` separates removed and added words from the next run.
    private func piece(_ piece: Comparison.Piece, blank: HTML) -> HTML {
        switch piece {
        case .same(let text): HTML(text: text)
        case .removed(let text): "\(removed(text.trimmed))\(blank)"
        case .added(let text): "\(added(text.trimmed))\(blank)"
        }
    }

    /// Most screen readers ignore `del` and `ins`, so hidden words announce the change.
    private func removed(_ text: String) -> HTML {
        "<del><span class=\"unseen\">\(words.removed) </span>\(text)</del>"
    }

    private func added(_ text: String) -> HTML {
        "<ins><span class=\"unseen\">\(words.added) </span>\(text)</ins>"
    }
}
