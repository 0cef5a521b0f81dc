import Markup
import Newsroom

/// Says on the page of a draft which part of it has the words of the suggestion that an editor has just accepted.
struct AcceptedNotice {
    let context: SiteContext
    let place: AcceptedSuggestion.Place

    func html() -> HTML {
        let words = context.words.suggestions
        // A link to the fragment alone, because any other would load the page again and lose what was typed.
        let link: HTML =
            switch place {
            case .form: "<a href=\"#act\">\(context.words.drafts.correctionNote)</a>"
            case .note: "<a href=\"#notes\">\(context.words.notes.heading)</a>"
            }
        return """
            <div class="notice" role="status"><p>\(words.accepted(place)) \(link).</p></div>

            """
    }
}
