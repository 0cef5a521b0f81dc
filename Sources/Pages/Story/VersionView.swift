import Markup
import Newsroom

/// The parts of one version of a story.
struct VersionView {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let version: Version
    /// `nil` where the text is not shown.
    var pictures: PlacedPictures?
    /// `nil` where addresses stay links.
    var cards: StoryCards?

    var headline: HTML { "<h1\(languageMarkup.attributes)>\(languageMarkup.typeset(version.headline))</h1>\n" }

    var standfirst: HTML {
        guard let standfirst = version.standfirst else { return "" }
        return "<p class=\"standfirst\"\(languageMarkup.attributes)>\(languageMarkup.typeset(standfirst))</p>\n"
    }

    var byline: HTML {
        guard let byline = version.byline else { return "" }
        let sentence = context.words.story.by(languageMarkup.typeset(byline))
        return "<p class=\"byline\">\(languageMarkup.furniture("\(sentence)"))</p>\n"
    }

    /// The agency's statement about this version.
    var revision: HTML {
        guard let revision = version.revision else { return "" }
        let colon = revision.note == nil ? "" : ": "
        let mark: HTML = revision.mark.map { "<strong>\($0)</strong>\(colon)" } ?? ""
        let note: HTML =
            revision.note.map { "<span\(languageMarkup.attributes)>\(languageMarkup.typeset($0))</span>" } ?? ""
        let label = languageMarkup.furniture("\(context.words.story.agencyNote)")
        return "<p class=\"revision\">\(label) \(mark)\(note)</p>\n"
    }

    /// The newspaper's note to readers about this version.
    var note: HTML {
        guard let note = version.note else { return "" }
        return "<p class=\"typed\"\(languageMarkup.attributes)>\(languageMarkup.typeset(note))</p>\n"
    }

    var text: HTML { text(figure: { pictures?.figure($0) }, card: cards?.card) }

    /// The text, with the dateline at the beginning of its first paragraph. `page` is the page of the story if the text
    /// stands elsewhere.
    func text(
        figure: @escaping (Int64) -> StoryFigure?, card: ((SafeURL) -> HTML?)? = nil, page: SafeURL? = nil
    ) -> HTML {
        let body = Markdown.story(
            version.body.sent, languageMarkup.typography, dateline: dateline, words: context.words.story.spoken,
            additions: StoryAdditions(
                untitledBox: languageMarkup.furniture("\(context.words.story.facts)"), figure: figure, card: card,
                page: page))
        return "<div class=\"body\"\(languageMarkup.attributes)>\n\(body)</div>\n"
    }

    private var dateline: HTML? {
        guard let dateline = version.dateline else { return nil }
        let place = dateline.place.map { "<span class=\"place\">\(languageMarkup.typeset($0))</span>" as HTML }
        let agency = dateline.agency.map { "(\(languageMarkup.typeset($0)))" as HTML }
        let parts = [place, agency].compactMap(\.self)
        return """
            <span class="dateline">\(parts.joined(separator: " "))</span> \
            \(languageMarkup.typography.dash) \

            """
    }

    /// The lines of the sign-off that could not be read as credits, then the credits as a sentence in parentheses.
    var credits: HTML {
        let sentence = languageMarkup.typeset(context.words.story.credits(version.credits))
        let signOff = version.signOff.map(languageMarkup.typeset)
        let texts = [signOff, sentence.isEmpty ? nil : "(\(sentence))"].compactMap(\.self)
        return "\(texts.map { "<p class=\"credits\"\(languageMarkup.attributes)>\($0)</p>\n" as HTML })"
    }
}
