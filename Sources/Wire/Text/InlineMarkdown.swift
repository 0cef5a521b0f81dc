import Markup
import Newsroom

extension InlineText {
    /// The paragraph as CommonMark. Emphasis that CommonMark cannot express at its place is left out, but its
    /// words stay.
    var markdown: String {
        var out = ""
        var isAfterMarks = false
        for (index, run) in runs.enumerated() {
            let text = MarkdownText.escapeInside(run.text)
            let next = index + 1 < runs.count ? runs[index + 1].text.first : nil
            if let link = run.style.link {
                if out.last == "!" { out.insert("\\", at: out.index(before: out.endIndex)) }
                out += "[\(text)](\(MarkdownText.escapeInside(link)))"
            } else if !run.marks.isEmpty, !isAfterMarks, run.canBeMarked(text, after: out.last, before: next) {
                out += run.marks + text + run.marks
                isAfterMarks = true
                continue
            } else if run.style.isDeleted, !run.text.hasNothingToRead {
                // Where CommonMark would not accept the marks, spaces around them help. Without its marks,
                // deleted text would read as valid.
                out += " " + run.marks + text.trimmed + run.marks + " "
            } else {
                out += text
            }
            isAfterMarks = false
        }
        return MarkdownText.lines(out).replacing("\n", with: "\\\n")
    }
}

extension InlineText.Run {
    fileprivate var marks: String {
        if style.isDeleted { return "~~" }
        return (style.isStrong ? "**" : "") + (style.isEmphasised ? "*" : "")
    }

    /// Whether emphasis marks around the text would work at its place (CommonMark 0.31, section 6.2:
    /// flanking).
    fileprivate func canBeMarked(_ text: String, after previous: Character?, before next: Character?) -> Bool {
        guard let first = text.first, let last = text.last, !first.isWhitespace, !last.isWhitespace else {
            return false
        }
        return (!first.maybePunctuation || previous.isEdge) && (!last.maybePunctuation || next.isEdge)
    }
}

extension Character {
    fileprivate var maybePunctuation: Bool { isPunctuation || isSymbol }
}

extension Character? {
    fileprivate var isEdge: Bool { map { $0.isWhitespace || $0.isPunctuation } ?? true }
}
