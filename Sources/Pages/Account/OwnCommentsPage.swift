package import Foundation
package import Markup
package import Newsroom

/// A person's own comments with their states, newest first.
package struct OwnCommentsPage: Sendable {
    package let comments: [OwnComment]
    package let next: PageKey?
    package let now: Date

    /// The maximum number of comments on a page.
    package static let most = 20

    package init(comments: [OwnComment], next: PageKey?, now: Date) {
        self.comments = comments
        self.next = next
        self.now = now
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let layout = Layout(
            context: context, title: words.commentsHeading, kind: "account-page", isIndexed: false,
            showsDisclaimer: false)
        let next = next.map {
            "<p class=\"next-page\"><a href=\"\(Address.accountComments(after: $0))\" rel=\"next\">\(words.older)</a></p>\n"
                as HTML
        }
        let list: HTML = comments.isEmpty ? "<p>\(words.noComments)</p>\n" : comments.map { item($0, context) }.joined()
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.account)">\(words.title)</a></p>
            <h1>\(words.commentsHeading)</h1>
            </header>
            \(list)\(next)
            """)
    }

    private func item(_ own: OwnComment, _ context: SiteContext) -> HTML {
        let story = own.story.map { story -> HTML in
            let language = context.languageMarkup(story.language)
            let address = own.isOnPage ? Address.comment(story, own.comment.id) : Address.story(story)
            return
                "<h2 class=\"below\"><a href=\"\(address)\"\(language.attributes)>\(language.typeset(story.headline))</a></h2>\n"
        }
        return """
            <section class="own-comment">
            \(story)<p class="meta">\(state(own, context))</p>
            \(CommentView.quoted(own.comment, in: context))\(actions(own, context))</section>

            """
    }

    private func state(_ own: OwnComment, _ context: SiteContext) -> HTML {
        let words = context.words.account
        let state =
            switch own.comment.state {
            case .published: words.published
            case .held: words.held
            case .removed(let clause): words.removed(context.title(ofClause: clause))
            case .deleted: words.deleted
            }
        let sentence = own.ruling?.sentence.map { ": <q class=\"typed\" dir=\"auto\">\($0)</q>" as HTML }
        return "<strong>\(state)</strong>\(sentence)"
    }

    private func actions(_ own: OwnComment, _ context: SiteContext) -> HTML {
        guard own.comment.state == .published || own.comment.state == .held else { return "" }
        let words = context.words
        let edit: HTML = "<a href=\"\(Address.edit(own.comment.id))\">\(words.discussion.edit)</a> "
        let isDeletable = own.comment.isDeletable(at: now)
        return """
            <p class="meta">\(edit, if: own.comment.isEditable(at: now))<a href="\(Address.delete(own.comment.id))">\
            \(isDeletable ? words.deletion.delete : words.deletion.ask)</a></p>

            """
    }
}

extension OwnComment {
    fileprivate var isOnPage: Bool { comment.state != .held }
}
