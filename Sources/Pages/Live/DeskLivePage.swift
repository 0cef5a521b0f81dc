package import Markup
package import Newsroom

/// The desk's page of a live story: the form for an entry, the entries, and the decisions about the coverage.
package struct DeskLivePage: Sendable {
    package let staff: Staff
    package let story: Story
    /// The newest first, whatever readers see; `nil` for a story that was never live.
    package let entries: LiveEntries?
    /// Makes an entry that is sent twice one entry.
    package let token: String
    package let typed: TypedEntry
    /// A refused decision about the coverage or an entry of the list.
    package let refusal: Refusal?

    package init(
        staff: Staff, story: Story, entries: LiveEntries?, token: String, typed: TypedEntry = TypedEntry(),
        refusal: Refusal? = nil
    ) {
        self.staff = staff
        self.story = story
        self.entries = entries
        self.token = token
        self.typed = typed
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.coverage
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.current.headline)
        let layout = Layout(
            context: context, title: "\(words.page): \(headline)", kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head desk-live-head">
            <p class="kicker">\(kicker(context))</p>
            <h1><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\(headline)</a></h1>
            </header>
            \(refusal?.note(in: context))\(form(context))\(settings(context))\(list(context, languageMarkup))\
            <p class="meta"><a href="\(Address.deskStory(story.id))">\(context.words.desk.storyDesk)</a></p>

            """)
    }

    private func kicker(_ context: SiteContext) -> HTML {
        story.coverage?.isRunning == true ? LiveMark.word(in: context) : "\(context.words.coverage.page)"
    }

    /// The form for an entry. Words that were typed for a story that is not live can be copied.
    private func form(_ context: SiteContext) -> HTML {
        let words = context.words.coverage
        guard let coverage = story.coverage, coverage.isRunning else {
            let isNew = story.coverage == nil
            let kept = [typed.headline, typed.text].filter { !$0.isEmpty }.joined(separator: "\n\n")
            return """
                \(typed.refusal?.note(in: context))\
                \(KeptText(context: context, text: kept.isEmpty ? nil : kept).html())\
                <p>\(isNew ? words.notLive : words.isEnded)</p>
                \(act(.begin, isNew ? words.goLive : words.goLiveAgain))
                """
        }
        return openForm(context)
    }

    private func openForm(_ context: SiteContext) -> HTML {
        let words = context.words.coverage
        let text = Field(
            name: "text", label: words.text, kind: .text(rows: 5), hint: words.textHint, value: typed.text,
            refusal: typed.refusal)
        let headline = Field(
            name: "headline", label: words.headline, hint: words.headlineHint, optional: context.words.form.optional,
            value: typed.headline, refusal: typed.refusal)
        let isOpen = !typed.headline.isEmpty || typed.isKeyPoint || typed.refusal?.field == "headline"
        return """
            <form class="entry-form" method="post" action="\(Address.deskLive(story.id))">
            \(typed.refusal?.note(in: context))<input type="hidden" name="token" value="\(token)">
            \(text.html())<details\(" open", if: isOpen)>
            <summary>\(words.more)</summary>
            \(headline.html())<p class="checkbox"><label><input type="checkbox" name="key-point" value="yes"\
            \(" checked", if: typed.isKeyPoint)> \(words.isKeyPoint)</label></p>
            </details>
            <p class="buttons"><button>\(words.post)</button></p>
            </form>

            """
    }

    private func list(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        guard let entries else { return "" }
        let words = context.words.coverage
        let rows = entries.entries.map { entry in
            DeskEntryRow(context: context, languageMarkup: languageMarkup, story: story.reference, entry: entry).html()
        }
        let older = entries.next.map { key -> HTML in
            """
            <p class="next-page"><a href="\(Address.deskLive(story.id, after: key))" rel="next">\
            \(words.olderEntries)</a></p>

            """
        }
        let none: HTML = "<p class=\"none\">\(words.none)</p>\n"
        return """
            <section aria-labelledby="entries">
            <h2 id="entries">\(words.entries)</h2>
            \(none, if: rows.isEmpty)<div class="desk-entries">
            \(rows)</div>
            \(older)</section>

            """
    }

    private func settings(_ context: SiteContext) -> HTML {
        let words = context.words.coverage
        guard let coverage = story.coverage else { return "" }
        let order =
            coverage.order == .newest ? act(.oldest, words.oldestFirst) : act(.newest, words.newestFirst)
        let end: HTML = "<p class=\"hint\">\(words.endNote)</p>\n\(act(.end, words.end))"
        return """
            <details class="others">
            <summary>\(coverage.isRunning ? words.settings : words.settingsOfEnded)</summary>
            \(order)\(end, if: coverage.isRunning)</details>

            """
    }

    private func act(_ act: Coverage.Act, _ word: String) -> HTML {
        """
        <form class="coverage-act" method="post" action="\(Address.coverage(story.id))">\
        <input type="hidden" name="act" value="\(act.rawValue)"><button\(" class=\"quiet\"", if: act != .begin)>\
        \(word)</button></form>

        """
    }
}
