package import Markup
package import Newsroom

/// The front page: the newest story large, three stories with pictures, and the rest in columns.
package struct FrontPage: Sendable {
    package let stories: PageOfResults<StorySummary>
    package let topics: [Topic]

    package init(stories: PageOfResults<StorySummary>, topics: [Topic]) {
        self.stories = stories
        self.topics = topics
    }

    package func html(in context: SiteContext) -> HTML {
        let head: HTML = "\(openGraph(context))\(Head.link("next", next))"
        let layout = Layout(
            context: context, title: context.house.name, kind: "front-page", masthead: .front, head: head,
            sections: topics)
        return layout.html("\(content(context))\(older(context.words.lists))")
    }

    /// The picture is that of the first story that has one.
    private func openGraph(_ context: SiteContext) -> HTML {
        let house = context.house
        var page = OpenGraph(
            context: context, kind: .website, title: house.name, description: house.tagline ?? house.name,
            address: Address.front)
        for story in stories.elements {
            guard let picture = story.picture, let rendition = picture.largestPlain(in: .card) else { continue }
            page.picture = (rendition, context.languageMarkup(story.language).typeset(picture.alternativeText))
            break
        }
        return page.html()
    }

    private var next: SafeURL? { stories.next.map(Address.front(after:)) }

    private func content(_ context: SiteContext) -> HTML {
        let words = context.words.lists
        guard let lead = stories.elements.first else { return beginning(words) }
        let seconds = stories.elements.dropFirst().prefix(3)
        let briefs = stories.elements.dropFirst(4)
        return """
            \(StoryCard(context: context, story: lead, rank: .lead).html())\
            \(row("seconds", seconds, .second, context), if: !seconds.isEmpty)\
            \(row("briefs", briefs, .brief, context), if: !briefs.isEmpty)
            """
    }

    /// Tells the first visitor of a new site how to begin.
    private func beginning(_ words: ListWords) -> HTML {
        """
        <p class="none">\(words.empty)</p>
        <section class="beginning" aria-labelledby="begin">
        <h2 id="begin">\(words.begin)</h2>
        <ul>
        \(words.beginSteps.map { "<li>\($0)</li>\n" as HTML })</ul>
        </section>

        """
    }

    private func row(
        _ name: StaticString, _ stories: ArraySlice<StorySummary>, _ rank: StoryCard.Rank, _ context: SiteContext
    ) -> HTML {
        let cards = stories.map { StoryCard(context: context, story: $0, rank: rank).html() }
        return "<div class=\"row \(HTML(stringLiteral: name))\">\n\(cards)</div>\n"
    }

    private func older(_ words: ListWords) -> HTML {
        guard let next else { return "" }
        return "<p class=\"next-page\"><a href=\"\(next)\" rel=\"next\">\(words.older)</a></p>\n"
    }
}
