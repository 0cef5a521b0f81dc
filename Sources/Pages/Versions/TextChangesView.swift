import Markup

/// The words in which two versions differ, each part with its name.
struct TextChangesView {
    let words: VersionWords
    let languageMarkup: LanguageMarkup
    let older: VersionText
    let newer: VersionText

    func html() -> HTML {
        let parts = VersionComparison(from: older, to: newer).parts
        guard !parts.isEmpty else {
            return "<p class=\"none\">\(languageMarkup.furniture("\(words.unchanged)"))</p>\n"
        }
        let shown = parts.map { part, comparison -> HTML in
            let view = ComparisonView(words: words, languageMarkup: languageMarkup, comparison: comparison)
            return "<h3>\(languageMarkup.furniture("\(words.name(of: part))"))</h3>\n\(view.html())"
        }
        return """
            <p class="legend">\(languageMarkup.furniture("\(words.legend)"))</p>
            <div class="comparison body"\(languageMarkup.attributes)>
            \(shown)</div>

            """
    }
}

extension VersionWords {
    fileprivate func name(of part: VersionComparison.Part) -> String {
        switch part {
        case .headline: headline
        case .standfirst: standfirst
        case .dateline: dateline
        case .byline: byline
        case .text: text
        case .credits: credits
        }
    }
}
