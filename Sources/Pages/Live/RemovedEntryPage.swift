package import Markup
package import Newsroom

/// The page at the address of an entry that the desk removed (status 410), with a link to the rest of the live story.
package struct RemovedEntryPage: Sendable {
    package let story: StoryReference
    package let refusal: Refusal

    package init(story: StoryReference, refusal: Refusal) {
        self.story = story
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.refusals
        let languageMarkup = context.languageMarkup(story.language)
        let layout = Layout(context: context, title: words.gone, kind: "notice-page", isIndexed: false)
        return layout.html(
            """
            <h1>\(words.gone)</h1>
            <p class="standfirst">\(words.sentence(refusal))</p>
            <p class="meta"><a href="\(Address.story(story).fragment("live"))">\(context.words.coverage.wholeStory)</a>: \
            <bdi\(languageMarkup.attributes)>\(languageMarkup.typeset(story.headline))</bdi></p>
            \(Onward(context: context).html())
            """)
    }
}
