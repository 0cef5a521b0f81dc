package import Markup
package import Newsroom

/// The desk's list of stories: one's own drafts first, then those of everybody, then the published ones.
package struct DeskStoriesPage: Sendable {
    package struct Section: Sendable {
        package let part: DeskPart
        package let rows: PageOfResults<DeskStory>

        package init(_ part: DeskPart, _ rows: PageOfResults<DeskStory>) {
            self.part = part
            self.rows = rows
        }
    }

    package let staff: Staff
    package let sections: [Section]
    package let filter: StoryFilter
    /// The only part that is shown; `nil` for the overview.
    package let part: DeskPart?
    /// The parts that this person may see.
    package let parts: [DeskPart]

    package init(staff: Staff, sections: [Section], filter: StoryFilter, part: DeskPart?, parts: [DeskPart]) {
        self.staff = staff
        self.sections = sections
        self.filter = filter
        self.part = part
        self.parts = parts
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        let layout = Layout(
            context: context, title: words.listTitle, kind: "drafts-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        // An empty part says so only where somebody looks for it.
        let shown = sections.filter { section in
            !section.rows.elements.isEmpty || section.rows.next != nil || sections.count == 1
                || (section.part == .mine && filter.isEmpty)
        }
        let nothing: HTML = "<p class=\"none\">\(words.nothingFound)</p>\n"
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.listTitle)</h1>
            <p class="buttons"><a class="button" href="\(Address.newStory)">\(words.new)</a></p>
            </header>
            \(filterForm(context))\(shown.map { section($0, context) })\(nothing, if: shown.isEmpty)
            """)
    }

    private func filterForm(_ context: SiteContext) -> HTML {
        let words = context.words.drafts
        let options = parts.map { part -> HTML in
            """
            <option value="\(part.rawValue)"\(" selected", if: part == self.part)>\(words.partHeading(part))</option>

            """
        }
        let all: HTML = "<a href=\"\(Address.deskStories)\">\(words.showAll)</a>\n"
        return """
            <form class="filter" role="search" method="get" action="\(Address.deskStories)">
            <div class="field"><label for="text">\(words.filterText)</label>
            <input type="search" id="text" name="text" value="\(filter.text)" dir="auto"></div>
            <div class="field"><label for="author">\(words.filterAuthor)</label>
            <input type="text" id="author" name="author" value="\(filter.author)" dir="auto"></div>
            <div class="field"><label for="topic">\(words.filterTopic)</label>
            <input type="text" id="topic" name="topic" value="\(filter.topic)" dir="auto"></div>
            <div class="field"><label for="state">\(words.filterState)</label>
            <select id="state" name="state">
            <option value="">\(words.everything)</option>
            \(options)</select></div>
            <p class="buttons"><button class="quiet">\(words.filter)</button>
            \(all, if: part != nil || !filter.isEmpty)</p>
            </form>

            """
    }

    private func section(_ section: Section, _ context: SiteContext) -> HTML {
        let words = context.words.drafts
        let id = section.part.rawValue
        let rows = section.rows.elements.map { DeskStoryRow(story: $0, staff: staff).html(in: context) }
        let list: HTML =
            rows.isEmpty ? "<p class=\"none\">\(words.none)</p>\n" : "<ul class=\"drafts\">\n\(rows)</ul>\n"
        let next: HTML? = section.rows.next.map { key in
            """
            <p class="next-page"><a href="\(Address.deskStories(section.part, filter, after: key))" \
            rel="next">\(words.older)</a></p>

            """
        }
        return """
            <section aria-labelledby="\(id)">
            <h2 id="\(id)">\(words.partHeading(section.part))</h2>
            \(list)\(next)</section>

            """
    }
}
