package import Markup
package import Newsroom

/// The form in which the desk edits an entry of a live story, and the button that removes it.
package struct DeskEntryPage: Sendable {
    package let staff: Staff
    package let story: StoryReference
    package let entry: LiveEntry
    /// The words in the form: the entry's, or a refused edit.
    package let typed: TypedEntry

    package init(staff: Staff, story: StoryReference, entry: LiveEntry, typed: TypedEntry? = nil) {
        self.staff = staff
        self.story = story
        self.entry = entry
        self.typed = typed ?? TypedEntry(headline: entry.headline?.sent ?? "", text: entry.text.sent)
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.coverage
        let languageMarkup = context.languageMarkup(story.language)
        let layout = Layout(
            context: context, title: words.editHeading, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.deskLive(story.id))"\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(story.headline))</a></p>
            <h1>\(words.editHeading)</h1>
            </header>
            \(current(context, languageMarkup), if: typed.refusal?.kind == .conflict)\(form(context))\(removal(context))\
            <p class="meta"><a href="\(Address.deskLive(story.id))">\(words.back)</a></p>

            """)
    }

    /// The entry as it is now, for an editor whose text was refused because a colleague was faster.
    private func current(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        let view = EntryView(context: context, languageMarkup: languageMarkup, story: story, entry: entry)
        return """
            <section aria-labelledby="current">
            <h2 id="current">\(context.words.coverage.current)</h2>
            \(view.html())</section>

            """
    }

    private func form(_ context: SiteContext) -> HTML {
        let words = context.words.coverage
        let headline = Field(
            name: "headline", label: words.headline, hint: words.headlineHint, optional: context.words.form.optional,
            value: typed.headline, refusal: typed.refusal)
        let text = Field(
            name: "text", label: words.textOfEdit, kind: .text(rows: 8), hint: words.textHint, value: typed.text,
            refusal: typed.refusal)
        return """
            <form class="entry-form" method="post" action="\(Address.deskEntry(entry.id, of: story.id))">
            \(typed.refusal?.note(in: context))<input type="hidden" name="revision" value="\(revision)">
            \(headline.html())\(text.html())<p class="buttons"><button>\(context.words.form.save)</button></p>
            </form>

            """
    }

    /// The revision that the editor has seen. After a conflict, that is the current one, because the page shows it.
    private var revision: Int {
        typed.refusal?.kind == .conflict ? entry.revision : typed.revision ?? entry.revision
    }

    private func removal(_ context: SiteContext) -> HTML {
        let words = context.words.coverage
        return """
            <section class="entry-removal" id="remove" aria-labelledby="removal">
            <h2 id="removal">\(words.remove)</h2>
            <form method="post" action="\(Address.deskEntry(entry.id, of: story.id, "remove"))">
            <p>\(words.removeNote)</p>
            <p class="buttons"><button class="quiet">\(words.removeForGood)</button></p>
            </form>
            </section>

            """
    }
}
