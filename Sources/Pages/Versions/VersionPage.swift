package import Markup
package import Newsroom

/// A version of a story: what changed since an earlier one, and the whole of it as it stood.
package struct VersionPage: Sendable {
    package let story: Story
    package let version: Version
    /// The version that it is compared with; `nil` for the first.
    package let earlier: Version?

    package init(story: Story, version: Version, earlier: Version?) {
        self.story = story
        self.version = version
        self.earlier = earlier
    }

    package func html(in edition: Edition) -> HTML {
        let words = edition.words.versions
        let tongue = edition.tongue(story.language)
        let title = words.heads(version.number, story.current.number)
        let layout = Layout(
            edition: edition, title: "\(title): \(story.current.headline)", kind: "version-page", isIndexed: false)
        return layout.html(
            """
            <article\(tongue.direction)>
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story.reference))"\(tongue.attributes)>\(story.current.headline)</a></p>
            <h1>\(tongue.furniture("\(title)"))</h1>
            <p class="meta">\(tongue.furniture(edition.storyTime(version.createdAt)))</p>
            \(replaced(words, tongue), if: version.number < story.current.number)</header>
            \(comparison(words, tongue))\
            <section class="whole" aria-labelledby="whole">
            <h2 id="whole">\(tongue.furniture("\(words.whole)"))</h2>
            \(whole(edition, tongue))</section>
            <p class="meta"><a href="\(Address.versions(story.reference))">\(tongue.furniture("\(words.all)"))</a></p>
            </article>

            """)
    }

    private func replaced(_ words: VersionWords, _ tongue: Tongue) -> HTML {
        let sentence: HTML = """
            \(words.newer) <a href="\(Address.story(story.reference))">\(words.readCurrent)</a>
            """
        return "<p class=\"version-note\">\(tongue.furniture(sentence))</p>\n"
    }

    private func comparison(_ words: VersionWords, _ tongue: Tongue) -> HTML {
        guard let earlier else { return "<p class=\"none\">\(tongue.furniture("\(words.first)"))</p>\n" }
        let view = ComparisonView(
            words: words, tongue: tongue, comparison: Comparison(from: earlier, to: version))
        return """
            <section class="changes" aria-labelledby="changes">
            <h2 id="changes">\(tongue.furniture("\(words.changes(earlier.number, version.number))"))</h2>
            \(view.html())</section>

            """
    }

    private func whole(_ edition: Edition, _ tongue: Tongue) -> HTML {
        let view = VersionView(edition: edition, tongue: tongue, version: version)
        return """
            <p class="old-headline"\(tongue.attributes)>\(version.headline)</p>
            \(view.standfirst)\(view.byline)\(view.text)\(view.credits)
            """
    }
}
