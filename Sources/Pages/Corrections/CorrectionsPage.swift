package import Markup
package import Newsroom

/// Everything that the newspaper has corrected or clarified, newest first.
package struct CorrectionsPage: Sendable {
    package let corrections: PageOfResults<Correction>

    package init(corrections: PageOfResults<Correction>) { self.corrections = corrections }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.corrections
        let next = corrections.next.map { Address.corrections(after: $0) }
        let page = OpenGraph(
            context: context, kind: .website, title: words.title, description: words.description(context.house.name),
            address: Address.corrections)
        let head: HTML = """
            \(page.html())\(Head.link("next", next))\(Head.atom(Address.correctionsAtom, words.title))\
            \(Head.jsonFeed(Address.correctionsJSON, words.title))
            """
        let older = next.map {
            "<p class=\"next-page\"><a href=\"\($0)\" rel=\"next\">\(words.older)</a></p>\n" as HTML
        }
        let list: HTML =
            corrections.elements.isEmpty
            ? "<p class=\"none\">\(words.none)</p>\n"
            : "<ol class=\"corrections-list\">\n\(corrections.elements.map { item($0, context) })</ol>\n"
        let layout = Layout(
            context: context, title: words.title, kind: "corrections-page", head: head, place: Address.corrections)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="standfirst">\(words.description(context.house.name))</p>
            </header>
            \(list)\(older)<p class="follow">\(words.follow) \
            <a href="\(Address.correctionsAtom)">\(context.words.lists.atom)</a> · \
            <a href="\(Address.correctionsJSON)">\(context.words.lists.json)</a></p>

            """)
    }

    private func item(_ correction: Correction, _ context: SiteContext) -> HTML {
        let words = context.words.corrections
        let languageMarkup = context.languageMarkup(correction.story.language)
        let note: HTML =
            correction.note.map {
                "<span class=\"typed\"\(languageMarkup.attributes)>\(languageMarkup.typeset($0))</span>"
            } ?? "\(words.byAgency)"
        return """
            <li>
            <p class="meta">\(words.name(correction.act)), \(context.storyTime(correction.at))</p>
            <h2><a href="\(Address.story(correction.story))"\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(correction.story.headline))</a></h2>
            <p>\(note)</p>
            <p class="meta"><a href="\(Address.version(correction.story, correction.version))">\
            \(context.words.discussion.whatChanged)</a></p>
            </li>

            """
    }
}
