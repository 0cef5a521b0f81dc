import Markup
import Newsroom

/// The comments around the comment of a case: its parent, and more of the thread on demand.
struct ThreadSection {
    let context: SiteContext
    let deskCase: Case
    let background: CaseContext

    /// Of a longer parent, the page shows the beginning and the whole on demand.
    private static let longestParent = 600

    private var words: CaseWords { context.words.cases }

    /// The parent of the comment; empty for a comment that begins a thread.
    var parent: HTML {
        guard let parent = background.above.first else { return "" }
        let label = "<p class=\"case-facts\">\(words.inReply)\(mark(of: parent))</p>\n" as HTML
        guard parent.text.utf8.count > Self.longestParent else {
            return
                "<div class=\"case-parent\">\n\(label)\(context.masked(CommentView.quoted(parent, in: context)))</div>\n"
        }
        return """
            <div class="case-parent">
            \(label)<blockquote class="quoted comment">
            <p class="by"><bdi>\(context.name(of: parent))</bdi>\(context.deskMark, if: parent.isByDesk)</p>
            <p dir="auto">\(context.masked(HTML(text: Markdown.excerpt(ofComment: parent.text, limit: Self.longestParent))))</p>
            </blockquote>
            <details class="others">
            <summary>\(words.wholeParent)</summary>
            \(context.masked(CommentView.quoted(parent, in: context)))</details>
            </div>

            """
    }

    /// The comments above the parent, the siblings and the answers.
    var more: HTML {
        let above = Array(background.above.dropFirst().reversed())
        let count = above.count + background.siblings.count + background.answers.count
        guard count > 0 else { return "" }
        return """
            <details class="others case-thread">
            <summary>\(words.more(count))</summary>
            \(group(words.above, above, hasGap: background.isGapAbove))\
            \(group(words.siblings, background.siblings))\(group(words.answers, background.answers))</details>

            """
    }

    /// The earlier texts of the comment, the oldest first.
    var earlierTexts: HTML {
        let texts = background.earlierTexts
        guard !texts.isEmpty else { return "" }
        let items = texts.map { text -> HTML in
            """
            <li><p class="case-facts">\(context.words.desk.replacedAt) \(context.commentTime(text.replacedAt))</p>
            \(context.masked(CommentView.text(text.text)))</li>

            """
        }
        return """
            <details class="others">
            <summary>\(words.earlierTexts(texts.count))</summary>
            <ol class="earlier-texts">
            \(items)</ol>
            </details>

            """
    }

    /// `hasGap` says that comments are left out after the first.
    private func group(_ title: String, _ comments: [Comment], hasGap: Bool = false) -> HTML {
        guard !comments.isEmpty else { return "" }
        let gap: HTML = "<p class=\"case-facts\">\(words.gap)</p>\n"
        let items = comments.enumerated().map { index, comment -> HTML in
            """
            \(stateLine(comment))\(context.masked(CommentView.quoted(comment, in: context)))\(gap, if: hasGap && index == 0)
            """
        }
        return "<p class=\"case-facts\">\(title)</p>\n\(items)"
    }

    private func stateLine(_ comment: Comment) -> HTML {
        guard let state = context.stateMark(of: comment) else { return "" }
        return "<p class=\"case-facts\"><strong>\(state)</strong></p>\n"
    }

    private func mark(of comment: Comment) -> HTML {
        guard let state = context.stateMark(of: comment) else { return "" }
        return " · <strong>\(state)</strong>"
    }
}

extension SiteContext {
    /// Says that readers do not see a comment; `nil` for a published one.
    func stateMark(of comment: Comment) -> String? {
        switch comment.state {
        case .published: nil
        case .held: words.desk.waitingState
        case .removed(let clause): words.desk.removedState(title(ofClause: clause))
        case .deleted: words.deletion.deletedState
        }
    }
}
