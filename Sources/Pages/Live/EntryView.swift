import Foundation
import Markup
import Newsroom

/// One entry of a live story.
struct EntryView {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: StoryReference
    let entry: LiveEntry

    private var words: CoverageWords { context.words.coverage }

    func html() -> HTML {
        """
        <article class="entry" id="entry-\(entry.id.number)" data-revision="\(revision)" aria-label="\(name)">
        <p class="entry-time"><a href="\(Address.entry(entry.id, of: story))">\(time)</a></p>
        <div class="entry-words">
        \(headline)\(text)<p class="entry-facts">\(languageMarkup.furniture(facts))</p>
        </div>
        </article>

        """
    }

    /// Differs whenever the entry looks different.
    private var revision: HTML { entry.isKeyPoint ? "\(entry.revision)k" : "\(entry.revision)" }

    /// The time in words.
    var label: String { context.words.time.short(context.time.moment(entry.createdAt)) }

    /// The time and the beginning of the words, because several entries can have the same minute.
    var name: String {
        let beginning = entry.title(in: languageMarkup).cut(to: 60)
        return beginning.isEmpty ? label : words.entryName(label, beginning)
    }

    /// The hour, and the day below it.
    private var time: HTML {
        let moment = context.time.moment(entry.createdAt)
        let time: HTML = """
            <time datetime="\(HouseTime.machineReadable(entry.createdAt))">\
            <span class="hour">\(context.words.time.hour(moment))</span> \
            <span class="day">\(context.words.time.day(moment))</span></time>
            """
        return languageMarkup.furniture(time)
    }

    private var headline: HTML {
        guard let headline = entry.headline else { return "" }
        return "<h3\(languageMarkup.attributes)>\(languageMarkup.typeset(headline))</h3>\n"
    }

    var text: HTML {
        let text = Markdown.story(
            entry.text.sent, languageMarkup.typography, words: context.words.story.spoken,
            additions: StoryAdditions(
                untitledBox: languageMarkup.furniture("\(context.words.story.facts)"),
                prefix: "entry-\(entry.id.number)-"))
        return "<div class=\"body\"\(languageMarkup.attributes)>\n\(text)</div>\n"
    }

    private var facts: HTML {
        let edited: HTML? = entry.editedAt.map {
            " · <span class=\"edited\">\(words.edited) \(context.time($0, near: entry.createdAt))</span>"
        }
        let keyPoint: HTML = " · <span class=\"is-key-point\">\(words.keyPoint)</span>"
        return "<bdi>\(entry.authorName)</bdi>\(edited)\(keyPoint, if: entry.isKeyPoint)"
    }
}

extension LiveEntry {
    /// The headline, or the beginning of the text.
    func title(in languageMarkup: LanguageMarkup) -> String {
        headline.map(languageMarkup.typeset) ?? languageMarkup.typeset(Markdown(text.sent).opening(limit: 120))
    }
}
