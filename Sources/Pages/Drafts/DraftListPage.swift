package import Markup
package import Newsroom

/// The stories that are being written: one's own first, then those of everybody.
package struct DraftListPage: Sendable {
    package struct Part: Sendable {
        /// `nil` for one's own drafts.
        package let state: Draft.State?
        package let drafts: PageOfResults<DraftSummary>

        package init(state: Draft.State?, drafts: PageOfResults<DraftSummary>) {
            self.state = state
            self.drafts = drafts
        }
    }

    package let staff: Staff
    package let parts: [Part]

    package init(staff: Staff, parts: [Part]) {
        self.staff = staff
        self.parts = parts
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        let layout = Layout(
            context: context, title: words.listTitle, kind: "drafts-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.listTitle)</h1>
            <p class="buttons"><a class="button" href="\(Address.newStory)">\(words.new)</a></p>
            </header>
            \(parts.map { section($0, context) })
            """)
    }

    private func section(_ part: Part, _ context: SiteContext) -> HTML {
        let words = context.words.drafts
        let heading = part.state.map(words.stateHeading) ?? words.mine
        let id = part.state?.rawValue ?? "mine"
        let rows = part.drafts.elements.map { row($0, context) }
        let list: HTML =
            rows.isEmpty ? "<p class=\"none\">\(words.none)</p>\n" : "<ul class=\"drafts\">\n\(rows)</ul>\n"
        let next: HTML? = part.drafts.next.map { key in
            """
            <p class="next-page"><a href="\(Address.deskStories(part.state, after: key))" rel="next">\(words.older)</a></p>

            """
        }
        return """
            <section aria-labelledby="\(id)">
            <h2 id="\(id)">\(heading)</h2>
            \(list)\(next)</section>

            """
    }

    private func row(_ draft: DraftSummary, _ context: SiteContext) -> HTML {
        let words = context.words.drafts
        let appears: HTML? = draft.appearsAt.map { " · \(words.scheduledFor) \(context.storyTime($0))" }
        return """
            <li><a href="\(Address.draft(draft.id))"><bdi>\(draft.headline.isEmpty ? words.untitled : draft.headline)</bdi></a>
            <p class="meta">\(words.stateName(draft.state)) · <bdi>\(draft.author.name)</bdi> · \
            \(context.commentTime(draft.updatedAt))\(appears)</p></li>

            """
    }
}
