package import Markup
package import Newsroom

/// A page of the entries of a live story, without its text. The script of the story's page loads the first one.
package struct EntriesPage: Sendable {
    package let story: Story
    package let entries: LiveEntries

    package init(story: Story, entries: LiveEntries) {
        self.story = story
        self.entries = entries
    }

    package func html(in context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.current.headline)
        let layout = Layout(
            context: context, title: context.words.coverage.title(headline), kind: "entries-page",
            head: head(headline, context), showsDisclaimer: false)
        let view = CoverageView(
            context: context, languageMarkup: languageMarkup, story: story.reference, entries: entries)
        return layout.html(
            """
            <header class="page-head">
            \(LiveMark(context: context, languageMarkup: languageMarkup, story: story).html())\
            <h1><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\(headline)</a></h1>
            </header>
            \(view.html())
            """)
    }

    /// The first page has the entries that the story's page has, so that page is the canonical one.
    private func head(_ headline: String, _ context: SiteContext) -> HTML {
        let address =
            entries.after.map { Address.entries(story.reference, after: $0) } ?? Address.story(story.reference)
        let page = OpenGraph(
            context: context, kind: .article, title: headline, description: "", address: address)
        return """
            \(page.html())\(Head.link("prev", entries.previous.map { Address.entries(story.reference, after: $0) }))\
            \(Head.link("next", entries.next.map { Address.entries(story.reference, after: $0) }))
            """
    }
}
