import Foundation
import Markup
import Newsroom

/// A case with everything that a ruling needs: the comment, its place, the reasons for review, and other
/// comments by the same commenter.
struct CaseView {
    let context: SiteContext
    let deskCase: Case

    private var words: DeskWords { context.words.desk }
    private var comment: Comment { deskCase.comment }

    /// The story of the case, and the time since which the case is open.
    var facts: HTML {
        let story = deskCase.story
        let languageMarkup = context.languageMarkup(story.language)
        return """
            <p class="case-facts">\(words.on) \
            <a href="\(Address.comment(story, comment.id))"\(languageMarkup.attributes) data-act="thread">\
            \(languageMarkup.typeset(story.headline))</a>, \
            \(words.openedAt) \(context.commentTime(deskCase.openedAt))</p>
            <p class="case-facts"><a href="\(Address.deskStory(story.id))">\(words.storyDesk)</a></p>
            \(deskCase.askedAt.map(request))
            """
    }

    private func request(_ time: Date) -> HTML {
        "<p class=\"case-facts\"><strong>\(context.words.deletion.askedSince) \(context.commentTime(time))</strong></p>\n"
    }

    var badge: HTML {
        let held: HTML = "<span class=\"badge\">\(words.held)</span>"
        let reported: HTML =
            "<span class=\"badge\">\(words.reported(deskCase.reportCount, deskCase.reports.count))</span>"
        return "\(held, if: comment.state == .held)\(reported, if: deskCase.reportCount > 0)"
    }

    var quotation: HTML { context.masked(CommentView.quoted(comment, in: context)) }

    var others: HTML {
        let others = deskCase.othersByAuthor
        guard !others.isEmpty else { return "<p class=\"case-facts\">\(words.noOthers)</p>\n" }
        let items = others.map { other -> HTML in
            """
            <li><p class="case-facts">\(context.commentTime(other.createdAt)) – \(context.stateMark(of: other) ?? words.published)</p>
            <p dir="auto">\(context.masked(HTML(text: Markdown.excerpt(ofComment: other.text, limit: 240))))</p></li>

            """
        }
        return """
            <details class="others">
            <summary>\(words.others) (\(others.count))</summary>
            <ul>
            \(items)</ul>
            </details>

            """
    }
}

extension SiteContext {
    /// The title of a rule, or its code if the policy has no such rule.
    func title(ofClause code: String) -> String { house.policy.clause(code)?.title ?? code }
}
