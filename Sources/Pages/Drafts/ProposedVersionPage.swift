package import Markup
package import Newsroom

/// The desk's page on an agency's new version that waits for an editor's word: its changes, and the ways to decide.
package struct ProposedVersionPage: Sendable {
    package let staff: Staff
    package let id: HeldItem.ID
    package let item: HeldItem
    package let proposed: ProposedVersion
    /// The story as readers see it.
    package let story: Story
    package let isEditedHere: Bool

    package init(
        staff: Staff, id: HeldItem.ID, item: HeldItem, proposed: ProposedVersion, story: Story, isEditedHere: Bool
    ) {
        self.staff = staff
        self.id = id
        self.item = item
        self.proposed = proposed
        self.story = story
        self.isEditedHere = isEditedHere
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.proposals
        let languageMarkup = context.languageMarkup(proposed.story.language)
        let version = proposed.story.version(story.current.number + 1)
        let view = VersionView(context: context, languageMarkup: languageMarkup, version: version)
        let texts = [story.current, version].map { version in
            VersionText(
                context: context, languageMarkup: languageMarkup, version: version,
                pictures: PlacedPictures(
                    context: context, languageMarkup: languageMarkup, story: story.reference, gallery: Gallery([])))
        }
        let comparison = TextChangesView(
            words: context.words.versions, languageMarkup: languageMarkup, older: texts[0], newer: texts[1])
        let layout = Layout(
            context: context, title: words.title, kind: "version-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(story.current.headline))</a></p>
            <h1>\(words.title)</h1>
            \(facts(context))</header>
            \(decisions(context))<article\(languageMarkup.direction)>
            <section class="changes" aria-labelledby="changes">
            <h2 id="changes">\(languageMarkup.furniture("\(words.changes)"))</h2>
            \(comparison.html())</section>
            <section class="whole" aria-labelledby="whole">
            <h2 id="whole">\(languageMarkup.furniture("\(words.whole)"))</h2>
            <p class="old-headline"\(languageMarkup.attributes)>\(languageMarkup.typeset(version.headline))</p>
            \(view.standfirst)\(view.byline)\(view.text)\(view.credits)</section>
            </article>
            <p class="meta"><a href="\(Address.deskStories)">\(context.words.drafts.backToStories)</a></p>

            """)
    }

    private func facts(_ context: SiteContext) -> HTML {
        let words = context.words.proposals
        let arrived = item.waitingSince.map { "\(words.arrived) \(context.storyTime($0)). " as HTML }
        let note = proposed.announced.revision?.note.map { note -> HTML in
            "<p class=\"meta\">\(words.note) <bdi>\(note)</bdi></p>\n"
        }
        return """
            <p class="meta">\(arrived)\("\(words.isCorrection)", if: proposed.announced.isCorrection)</p>
            \(note)
            """
    }

    /// The likeliest decision is a button. The others ask once more, without a script.
    private func decisions(_ context: SiteContext) -> HTML {
        let words = context.words.proposals
        let publish: HTML = "<button formaction=\"\(Address.proposed(id, "publish"))\">\(words.publish)</button>\n"
        return """
            <div class="notice"><p>\(isEditedHere ? words.edited : words.unedited)</p></div>
            <form class="narrow" method="post" action="\(Address.proposed(id, "merge"))">
            \(version)<p class="buttons">\(publish, if: !isEditedHere)\
            <button\(" class=\"quiet\"", if: !isEditedHere)>\(isEditedHere ? words.merge : words.openInDraft)</button></p>
            </form>
            \(asking("publish", words.publish, words.publishNote), if: isEditedHere)\
            \(asking("dismiss", words.dismiss, words.dismissNote))
            """
    }

    private func asking(_ action: String, _ label: String, _ note: String) -> HTML {
        """
        <details class="discard">
        <summary>\(label)</summary>
        <form class="narrow" method="post" action="\(Address.proposed(id, action))">
        <p>\(note)</p>
        \(version)<button>\(label)</button>
        </form>
        </details>

        """
    }

    /// The version that the page shows, so that nobody decides on one that they have not read.
    private var version: HTML { "<input type=\"hidden\" name=\"version\" value=\"\(item.wireVersion)\">\n" }
}
