import Markup
import Newsroom

/// The notes to readers about what a story corrects or clarifies, newest first.
struct CorrectionNotes {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story
    let corrections: [Correction]

    func html() -> HTML {
        let shown = corrections.filter { !isAgencyNote($0) }
        guard !shown.isEmpty else { return "" }
        return "<div class=\"corrections\" role=\"note\">\n\(shown.map { note($0) })</div>\n"
    }

    /// The agency's note about the current version stands below the byline.
    private func isAgencyNote(_ correction: Correction) -> Bool {
        correction.version == story.current.number && story.current.revision != nil && story.current.note == nil
    }

    private func note(_ correction: Correction) -> HTML {
        let words = context.words.corrections
        let label: HTML = """
            <strong>\(words.name(correction.act))</strong>, \(context.storyTime(correction.at)):
            """
        let text = correction.note.map { "\(languageMarkup.typeset($0))" as HTML } ?? "\(words.byAgency)"
        return """
            <p class="correction" id="correction-\(correction.version)">\(languageMarkup.furniture(label)) \
            <span class="typed"\(languageMarkup.attributes)>\(text)</span></p>

            """
    }
}
