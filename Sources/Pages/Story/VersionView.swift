import Markup
import Newsroom

/// The words of one version of a story, part by part.
struct VersionView {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let version: Version

    var headline: HTML { "<h1\(languageMarkup.attributes)>\(version.headline)</h1>\n" }

    var standfirst: HTML {
        guard let standfirst = version.standfirst else { return "" }
        return "<p class=\"standfirst\"\(languageMarkup.attributes)>\(standfirst)</p>\n"
    }

    var byline: HTML {
        guard let byline = version.byline else { return "" }
        return "<p class=\"byline\">\(languageMarkup.furniture("\(context.words.story.by(byline))"))</p>\n"
    }

    /// The text, its first paragraph opened by the dateline.
    var text: HTML {
        "<div class=\"body\"\(languageMarkup.attributes)>\n\(Markdown.story(version.body, dateline: dateline))</div>\n"
    }

    private var dateline: HTML? {
        guard let dateline = version.dateline else { return nil }
        let agency = dateline.agency.map { " (\($0))" } ?? ""
        return "<span class=\"dateline\">\(dateline.place)\(agency)</span> - "
    }

    /// Who did what, as a sentence in brackets; a sign-off that could not be taken apart stands as it came.
    var credits: HTML {
        let sentence = context.words.story.credits(version.credits)
        if !sentence.isEmpty { return "<p class=\"credits\"\(languageMarkup.attributes)>(\(sentence))</p>\n" }
        guard let signOff = version.signOff else { return "" }
        return "<p class=\"credits\"\(languageMarkup.attributes)>\(signOff)</p>\n"
    }
}
