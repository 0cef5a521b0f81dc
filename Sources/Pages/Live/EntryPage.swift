package import Markup
package import Newsroom

/// The page of one entry of a live story, with links to the entries before and after it.
package struct EntryPage: Sendable {
    package let story: Story
    package let placed: PlacedEntry

    package init(story: Story, placed: PlacedEntry) {
        self.story = story
        self.placed = placed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.coverage
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.current.headline)
        let view = EntryView(
            context: context, languageMarkup: languageMarkup, story: story.reference, entry: placed.entry)
        let layout = Layout(
            context: context, title: words.entryTitle(view.label, headline), kind: "entry-page",
            head: head(headline, languageMarkup, context), isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            \(LiveMark(context: context, languageMarkup: languageMarkup, story: story).html())\
            <h1><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\(headline)</a></h1>
            </header>
            <div class="coverage"\(languageMarkup.direction)>
            <h2 class="unseen">\(view.label)</h2>
            <div class="entries">
            \(view.html())</div>
            \(ShareLine(context: context, languageMarkup: languageMarkup).html())\
            \(neighbors(context))</div>

            """)
    }

    private func neighbors(_ context: SiteContext) -> HTML {
        let words = context.words.coverage
        let earlier = placed.earlier.map {
            "<li><a href=\"\(Address.entry($0, of: story.reference))\" rel=\"prev\">\(words.olderEntry)</a></li>\n"
                as HTML
        }
        let later = placed.later.map {
            "<li><a href=\"\(Address.entry($0, of: story.reference))\" rel=\"next\">\(words.newerEntry)</a></li>\n"
                as HTML
        }
        return """
            <nav class="entry-turns" aria-label="\(words.entries)"><ul>
            \(earlier)\(later)<li><a href="\(Address.story(story.reference).fragment("live"))">\(words.wholeStory)</a></li>
            </ul></nav>

            """
    }

    private func head(_ headline: String, _ languageMarkup: LanguageMarkup, _ context: SiteContext) -> HTML {
        let title = placed.entry.headline.map(languageMarkup.typeset) ?? headline
        return OpenGraph(
            context: context, kind: .article, title: title,
            description: languageMarkup.typeset(Markdown(placed.entry.text.sent).opening(limit: 200)),
            address: Address.entry(placed.entry.id, of: story.reference)
        ).html()
    }
}
