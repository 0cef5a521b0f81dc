package import Markup
package import Newsroom

/// The front page: the newest story large, a row of stories with pictures, and the rest in rows without pictures.
package struct FrontPage: Sendable {
    package let stories: PageOfResults<StorySummary>

    package init(stories: PageOfResults<StorySummary>) { self.stories = stories }

    package func html(in context: SiteContext) -> HTML {
        let head: HTML = "\(openGraph(context))\(Head.link("next", next))"
        let layout = Layout(
            context: context, title: context.house.name, kind: "front-page", masthead: .front, head: head)
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
        let rest = stories.elements.dropFirst()
        let seconds = rest.prefix(Self.seconds(of: rest.count))
        var (briefs, rows): (ArraySlice<StorySummary>, HTML) = (rest.dropFirst(seconds.count), "")
        for count in Self.rows(of: briefs.count) {
            rows.append(row("briefs", briefs.prefix(count), .brief, context))
            briefs = briefs.dropFirst(count)
        }
        return """
            \(StoryCard(context: context, story: lead, rank: .lead).html())\
            \(row("seconds", seconds, .second, context), if: !seconds.isEmpty)\(rows)
            """
    }

    /// How many stories stand in the row below the first: three, or all four if the fourth would otherwise be alone in the
    /// next row.
    static func seconds(of count: Int) -> Int { count == 4 ? 4 : min(count, 3) }

    /// The lengths of rows that are all full: rows of three, which continue the columns above them, and then rows of
    /// four.
    static func rows(of count: Int) -> [Int] {
        guard count != 5 else { return [3, 2] }
        guard count > 2 else { return count == 0 ? [] : [count] }
        let threes = (4 - count % 4) % 4
        return Array(repeating: 3, count: threes) + Array(repeating: 4, count: (count - threes * 3) / 4)
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
        return "<div class=\"row \(HTML(stringLiteral: name)) of-\(stories.count)\">\n\(cards)</div>\n"
    }

    private func older(_ words: ListWords) -> HTML {
        guard let next else { return "" }
        return "<p class=\"next-page\"><a href=\"\(next)\" rel=\"next\">\(words.older)</a></p>\n"
    }
}
