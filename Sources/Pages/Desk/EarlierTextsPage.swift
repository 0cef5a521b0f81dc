package import Markup
package import Newsroom

/// The earlier texts of an edited comment, the oldest first.
package struct EarlierTextsPage: Sendable {
    package let staff: Staff
    package let deskCase: Case
    package let texts: [EarlierText]

    package init(staff: Staff, deskCase: Case, texts: [EarlierText]) {
        self.staff = staff
        self.deskCase = deskCase
        self.texts = texts
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.desk
        let layout = Layout(
            context: context, title: words.earlierTexts, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        let items = texts.map { text -> HTML in
            """
            <li><p class="case-facts">\(words.replacedAt) \(context.commentTime(text.replacedAt))</p>
            \(context.masked(CommentView.text(text.text)))</li>

            """
        }
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.deskCase(deskCase.id))">\
            \(words.caseTitle(Int(deskCase.id.number)))</a></p>
            <h1>\(words.earlierTexts)</h1>
            </header>
            <ol class="earlier-texts">
            \(items)</ol>

            """)
    }
}
