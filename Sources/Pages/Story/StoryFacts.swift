import Markup
import Newsroom

/// The byline, the place, and the times of publication and of the last update.
struct StoryFacts {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story

    private var words: StoryWords { context.words.story }

    func html() -> HTML {
        let version = VersionView(context: context, languageMarkup: languageMarkup, version: story.current)
        return """
            <div class="story-facts">
            \(version.byline)<p class="filed">\(place)\(published)</p>
            \(updated, if: story.isUpdated)\(version.revision)\(PageSlot.staff.html(desk))</div>

            """
    }

    private var place: HTML {
        guard let place = story.current.dateline?.place else { return "" }
        return "<span class=\"place\"\(languageMarkup.attributes)>\(languageMarkup.typeset(place))</span> "
    }

    private var published: HTML { languageMarkup.furniture(context.storyTime(story.publishedAt)) }

    private var updated: HTML {
        let changes: HTML = " <a href=\"\(Address.versions(story.reference))\">\(words.whatChanged)</a>"
        let sentence: HTML = """
            \(words.updated) \(context.storyTime(story.updatedAt))\(changes, if: story.hasEarlierVersions)
            """
        return "<p class=\"updated\">\(languageMarkup.furniture(sentence))</p>\n"
    }

    private var desk: HTML {
        """
        <p><a href="\(Address.deskStory(story.id))">\
        \(languageMarkup.furniture("\(context.words.desk.storyDesk)"))</a></p>

        """
    }
}

/// The end of a printed story: its full address and its times. It is not shown on screens.
struct PrintedSource {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story

    func html() -> HTML {
        let words = context.words.story
        let updated: HTML = story.isUpdated ? " · \(words.updated) \(context.storyTime(story.updatedAt))" : ""
        let times: HTML = "\(words.published) \(context.storyTime(story.publishedAt))\(updated)"
        return """
            <p class="printed-source">\(languageMarkup.furniture(times))<br>
            <bdi dir="ltr">\(context.absolute(Address.story(story.reference)).text)</bdi></p>

            """
    }
}

/// The column beside a story: its topics and related stories.
struct StoryAside {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story
    let related: [StoryReference]

    private var words: StoryWords { context.words.story }

    func html() -> HTML {
        guard !story.topics.isEmpty || !related.isEmpty else { return "" }
        return """
            <aside class="story-aside" aria-label="\(words.about)">
            \(topics, if: !story.topics.isEmpty)\(relatedStories, if: !related.isEmpty)</aside>

            """
    }

    private var topics: HTML {
        let links = story.topics.map { "<li><a href=\"\(Address.topic($0))\">\($0.name)</a></li>\n" as HTML }
        return "<h2>\(languageMarkup.furniture("\(words.topics)"))</h2>\n<ul class=\"topics\">\n\(links)</ul>\n"
    }

    private var relatedStories: HTML {
        let links = related.map { story -> HTML in
            let languageMarkup = context.languageMarkup(story.language)
            let headline = languageMarkup.typeset(story.headline)
            return "<li><a href=\"\(Address.story(story))\"\(languageMarkup.attributes)>\(headline)</a></li>\n"
        }
        return "<h2>\(languageMarkup.furniture("\(words.related)"))</h2>\n<ul class=\"related\">\n\(links)</ul>\n"
    }
}
