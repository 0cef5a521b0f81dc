package import Foundation
package import Markup
package import Newsroom

/// The desk's page on an item that an agency has sent under an embargo.
package struct EmbargoedItemPage: Sendable {
    package let staff: Staff
    package let item: HeldItem
    package let until: Date

    package init(staff: Staff, item: HeldItem, until: Date) {
        self.staff = staff
        self.item = item
        self.until = until
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        let layout = Layout(
            context: context, title: item.title, kind: "version-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <div class="notice" role="status">
            <p>\(words.embargoedNote) \(context.storyTime(until)). \
            <a href="\(Address.deskStories)">\(words.backToStories)</a></p>
            </div>
            \(content(context))
            """)
    }

    private func content(_ context: SiteContext) -> HTML {
        switch item.content {
        case .story(let story): self.story(story, context)
        case .picture(let developed): picture(developed.picture, context)
        case .package, .canceled, .proposed, .merged, .dismissed: "<h1>\(item.title)</h1>\n"
        }
    }

    private func story(_ story: IncomingStory, _ context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        let view = VersionView(context: context, languageMarkup: languageMarkup, version: story.version(1))
        return """
            <article\(languageMarkup.direction)>
            \(view.headline)\(view.standfirst)\(view.byline)\(view.revision)\(view.text)\(view.credits)</article>

            """
    }

    private func picture(_ picture: IncomingPicture, _ context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(picture.language ?? context.house.language)
        let credit = picture.provenance.credit.map { "<p class=\"meta\"><bdi>\($0)</bdi></p>\n" as HTML }
        return """
            <h1\(languageMarkup.attributes)>\(item.title)</h1>
            <p\(languageMarkup.attributes)>\(languageMarkup.typeset(WireText(picture.caption)))</p>
            \(credit)
            """
    }
}
