package import Markup
package import Newsroom

/// All versions of a story, newest first.
package struct VersionsPage: Sendable {
    package let story: Story
    package let versions: [Version]

    /// The versions may come in any order.
    package init(story: Story, versions: [Version]) {
        self.story = story
        self.versions = versions.sorted { $0.number > $1.number }
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.versions
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.current.headline)
        let head = Head.canonical(context.absolute(Address.versions(story.reference)))
        let layout = Layout(
            context: context, title: words.title(headline), kind: "versions-page", head: head)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\
            \(headline)</a></p>
            <h1>\(words.heading)</h1>
            </header>
            <ol class="versions" reversed>
            \(versions.map { item($0, context, languageMarkup) })</ol>

            """)
    }

    private func item(_ version: Version, _ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        let words = context.words.versions
        let address = Address.version(story.reference, version.number)
        let view = VersionView(context: context, languageMarkup: languageMarkup, version: version)
        let isCurrent = version.number == story.current.number
        let current: HTML = " <span class=\"current\">\(words.current)</span>"
        let compare: HTML = """
            <p><a href="\(address)">\(words.compare(version.number - 1))</a></p>

            """
        return """
            <li>
            <h2><a href="\(address)">\(words.version(version.number))</a>\(current, if: isCurrent)</h2>
            <p class="meta">\(context.words.corrections.name(version.act)) · \(context.storyTime(version.createdAt))</p>
            <p class="summary"\(languageMarkup.attributes)>\(languageMarkup.typeset(version.headline))</p>
            \(view.revision)\(view.note)\(compare, if: version.number > 1)</li>

            """
    }
}
