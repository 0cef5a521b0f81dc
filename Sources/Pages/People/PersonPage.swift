package import Markup
package import Newsroom

/// The public page of a person: since when they are a member, and their published comments, newest first.
package struct PersonPage: Sendable {
    package let person: PublicPerson
    package let comments: [PublicComment]
    package let next: PageKey?

    /// The maximum number of comments on a page.
    package static let most = 20

    package init(person: PublicPerson, comments: [PublicComment], next: PageKey?) {
        self.person = person
        self.comments = comments
        self.next = next
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.people
        let layout = Layout(
            context: context, title: person.name, kind: "person-page",
            head: Head.canonical(context.absolute(Address.person(person))), isIndexed: false)
        let mark: HTML = " \(context.mark(.staff))"
        let next = next.map {
            "<p class=\"next-page\"><a href=\"\(Address.person(person, after: $0))\" rel=\"next\">\(words.older)</a></p>\n"
                as HTML
        }
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker">\(words.kicker)</p>
            <h1><bdi>\(person.name)</bdi>\(mark, if: person.isStaff)</h1>
            <p class="meta">\(context.words.account.memberSince) \(context.day(person.since)) · \
            \(words.comments(person.commentCount))</p>
            \(PageSlot.muteOfPerson.html(), if: !person.isStaff)</header>
            \(comments.map { item($0, context) })\(next)
            """)
    }

    private func item(_ found: PublicComment, _ context: SiteContext) -> HTML {
        let language = context.languageMarkup(found.story.language)
        let address = Address.comment(found.story, found.comment.id)
        return """
            <section class="own-comment">
            <h2 class="below"><a href="\(address)"\(language.attributes)>\(language.typeset(found.story.headline))</a></h2>
            \(CommentView.quoted(found.comment, in: context))</section>

            """
    }
}
