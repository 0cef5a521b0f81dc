import Markup
import Newsroom

/// The passages of the story that the comment of a case quotes.
struct PassageSection {
    let context: SiteContext
    let deskCase: Case
    let background: CaseContext

    /// More quotations than these are not looked for.
    private static let mostPassages = 3

    func html() -> HTML {
        let languageMarkup = context.languageMarkup(deskCase.story.language)
        let items = passages(languageMarkup).map { passage -> HTML in
            """
            <blockquote class="passage"\(languageMarkup.attributes)>\(passage.before)<mark>\(passage.quoted)</mark>\
            \(passage.after)</blockquote>

            """
        }
        guard !items.isEmpty else { return "" }
        return "<p class=\"case-facts\">\(context.words.cases.quotes)</p>\n\(items)"
    }

    private func passages(_ languageMarkup: LanguageMarkup) -> [StoryPassage] {
        guard let version = background.quotedVersion else { return [] }
        let story = QuotableText(version.text, in: languageMarkup)
        return deskCase.comment.quotedPassages.prefix(Self.mostPassages).compactMap { StoryPassage(of: $0, in: story) }
    }
}

extension QuotableText {
    /// The text of a story as readers see it, without markup.
    init(_ text: StoryText, in languageMarkup: LanguageMarkup) {
        let lines = [text.headline, text.standfirst].compactMap { $0.map(languageMarkup.typeset) }
        let body = Markdown(text.body.sent).plainText(languageMarkup.typography)
        self.init((lines + [body]).joined(separator: "\n"))
    }
}
