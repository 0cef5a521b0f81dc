import Markup
import Newsroom

/// The mark above the headline of a live story, with the link that adds an entry for those who may.
struct LiveMark {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story

    func html() -> HTML {
        guard let coverage = story.coverage else { return "" }
        let words = context.words.coverage
        let word: HTML = coverage.isRunning ? Self.word(in: context) : "\(words.ended)"
        let toDesk = coverage.isRunning ? words.add : words.page
        let add: HTML = " <a class=\"add-entry\" href=\"\(Address.deskLive(story.id))\">\(toDesk)</a>"
        let entries = Address.story(story.reference).fragment("live")
        let link: HTML = "<a href=\"\(entries)\">\(word)</a>"
        return """
            <p class="live-mark">\(languageMarkup.furniture(link))\
            \(PageSlot.publishing.html(add))</p>

            """
    }

    /// The word itself.
    static func word(in context: SiteContext) -> HTML {
        "<strong class=\"on-air\">\(context.words.coverage.live)</strong>"
    }
}
