import Markup
import Newsroom

/// The entries of a live story: since when it is live, its key points, and a page of entries. The script of live
/// stories replaces the parts of this section with those of a page that it loads.
struct CoverageView {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: StoryReference
    let entries: LiveEntries

    private var words: CoverageWords { context.words.coverage }
    private var coverage: Coverage { entries.coverage }

    func html() -> HTML {
        """
        <section class="coverage" id="live" aria-labelledby="live-heading" data-entries="\(Address.entries(story))" \
        data-order="\(coverage.order.rawValue)" data-sentences="\(words.sentences.json)">
        \(head)<div class="key-points-place">\(keyPoints)</div>
        \(previous)<div class="entries">
        \(list)</div>
        \(next)</section>

        """
    }

    private var head: HTML {
        let heading = coverage.isRunning ? words.heading : words.headingOfEnded
        let time: HTML =
            if let until = coverage.until {
                "\(words.from) \(context.commentTime(coverage.since)) \(words.to) \(context.commentTime(until))"
            } else {
                "\(words.since) \(context.commentTime(coverage.since))"
            }
        return """
            <header class="coverage-head">
            <h2 id="live-heading">\(languageMarkup.furniture("\(heading)"))</h2>
            <p class="meta">\(languageMarkup.furniture(time))</p>
            </header>

            """
    }

    private var keyPoints: HTML {
        guard !entries.keyPoints.isEmpty else { return "" }
        let points = entries.keyPoints.map { point -> HTML in
            """
            <li><a href="\(Address.entry(point.id, of: story))"\(languageMarkup.attributes)>\
            \(point.title(in: languageMarkup))</a></li>

            """
        }
        return """
            <section class="key-points" aria-labelledby="key-points">
            <h3 id="key-points">\(languageMarkup.furniture("\(words.keyPoints)"))</h3>
            <ul>
            \(points)</ul>
            </section>
            """
    }

    private var list: HTML {
        guard !entries.entries.isEmpty else {
            return "<p class=\"none\">\(languageMarkup.furniture("\(words.none)"))</p>\n"
        }
        let views = entries.entries.map { entry in
            EntryView(context: context, languageMarkup: languageMarkup, story: story, entry: entry).html()
        }
        return "\(views)"
    }

    /// The link to the page before this one; the first page is the story's.
    private var previous: HTML {
        guard entries.after != nil else { return "" }
        let word = coverage.order == .newest ? words.newerEntries : words.earlierEntries
        let address =
            entries.previous.map { Address.entries(story, after: $0) } ?? Address.story(story).fragment("live")
        return link("previous-page", "prev", address, word)
    }

    private var next: HTML {
        guard let key = entries.next else { return "" }
        let word = coverage.order == .newest ? words.olderEntries : words.laterEntries
        return link("next-page", "next", Address.entries(story, after: key), word)
    }

    private func link(_ name: HTML, _ relation: HTML, _ address: SafeURL, _ word: String) -> HTML {
        """
        <p class="\(name)"><a href="\(address)" rel="\(relation)">\(languageMarkup.furniture("\(word)"))</a></p>

        """
    }
}
