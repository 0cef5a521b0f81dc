import Foundation
import Markup
import Newsroom

/// The metadata of a story page: canonical address, Open Graph, and `NewsArticle` (schema.org) as JSON-LD.
struct StoryMetadata {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story
    let gallery: Gallery
    let corrections: [Correction]
    let discussion: Discussion
    /// `nil` if the story was never live.
    let entries: LiveEntries?
    private let headline: String
    private let summary: String

    init(
        context: SiteContext, languageMarkup: LanguageMarkup, story: Story, gallery: Gallery, corrections: [Correction],
        discussion: Discussion, entries: LiveEntries?
    ) {
        self.context = context
        self.languageMarkup = languageMarkup
        self.story = story
        self.gallery = gallery
        self.corrections = corrections
        self.discussion = discussion
        self.entries = entries
        headline = languageMarkup.typeset(story.current.headline)
        let opening = { Markdown(story.current.body.sent).opening(limit: 300) }
        summary = languageMarkup.typeset(story.current.standfirst?.sent ?? opening())
    }

    func html() -> HTML {
        """
        \(openGraph)\(feed)\(Head.link("prev", around.previous))\(Head.link("next", around.next))\
        \(HTML.dataBlock(type: "application/ld+json", article(at: context.absolute(Address.story(story.reference)))))

        """
    }

    private var feed: HTML {
        Head.atom(Address.atom(of: story.reference), context.words.discussion.feed(headline))
    }

    /// Each page of the discussion has an address of its own. With the newest comments first, the page has the same
    /// comments in another order, so search engines keep the story's.
    private var canonical: SafeURL {
        Address.story(story.reference, after: discussion.order == .oldest ? discussion.after : nil)
    }

    private var around: (previous: SafeURL?, next: SafeURL?) { discussion.addresses(on: story.reference) }

    /// The title of the page.
    var title: String {
        guard let place = discussion.place else { return headline }
        return context.words.discussion.pageTitle(place.number, headline)
    }

    private var images: [SafeURL] {
        gallery.pictures.enumerated().compactMap { $1.largestPlain(in: $0 == 0 ? .lead : .original) }
            .map { context.absolute(Address.rendition($0)) }
    }

    private var openGraph: HTML {
        var properties: HTML = """
            \(Head.property("article:published_time", "\(HouseTime.machineReadable(story.publishedAt))"))\
            \(Head.property("article:modified_time", "\(HouseTime.machineReadable(story.updatedAt))"))
            """
        for topic in story.topics { properties.append(Head.property("article:tag", "\(topic.name)")) }
        var page = OpenGraph(
            context: context, kind: .article, title: headline, description: summary,
            address: canonical, properties: properties)
        if let first = gallery.pictures.first, let rendition = first.largestPlain(in: .lead) {
            page.picture = (rendition, first.alternative(in: languageMarkup, otherwise: headline))
        }
        return page.html()
    }

    /// The `NewsArticle`, with the properties that a story page can fill.
    private func article(at address: SafeURL) -> JSON {
        .object([
            "@context": .text("https://schema.org"), "@type": .text(entries == nil ? "NewsArticle" : "LiveBlogPosting"),
            "headline": .text(headline), "description": .text(summary),
            "image": .texts(images.map(\.text)), "datePublished": .text(HouseTime.machineReadable(story.publishedAt)),
            "dateModified": .text(HouseTime.machineReadable(modifiedAt)), "author": .list(authors),
            "contributor": .list(story.current.credits.map { party("Person", languageMarkup.typeset($0.person)) }),
            "publisher": publisher,
            "commentCount": .number(discussion.count), "comment": comments, "inLanguage": .text(story.language.tag),
            "mainEntityOfPage": .text(address.text), "keywords": .texts(story.topics.map(\.name)),
            // A `LiveBlogPosting` has none.
            "dateline": entries != nil ? nil : story.current.dateline?.place.map { .text(languageMarkup.typeset($0)) },
            "isAccessibleForFree": .truth(true),
            "correction": corrections.isEmpty ? nil : .list(corrections.map(comment)),
            "coverageStartTime": entries.map { .text(HouseTime.machineReadable($0.coverage.since)) },
            "coverageEndTime": entries?.coverage.until.map { .text(HouseTime.machineReadable($0)) },
            "liveBlogUpdate": entries.map { .list(updates($0)) },
        ])
    }

    /// A correction as a `CorrectionComment` (schema.org).
    private func comment(on correction: Correction) -> JSON {
        .object([
            "@type": .text("CorrectionComment"), "dateCreated": .text(HouseTime.machineReadable(correction.at)),
            "text": .text(correction.note.map { languageMarkup.typeset($0) } ?? context.words.corrections.byAgency),
        ])
    }

    /// When something on the page changed last.
    private var modifiedAt: Date {
        let times = entries.map { entries in entries.entries.map { $0.editedAt ?? $0.createdAt } } ?? []
        return times.reduce(story.updatedAt, max)
    }

    private var publisher: JSON {
        .object([
            "@type": .text("NewsMediaOrganization"), "name": .text(context.house.name), "url": .text(context.base.text),
            "logo": .object([
                "@type": .text("ImageObject"), "url": .text(context.absolute(Assets.logo.address).text),
            ]),
        ])
    }

    /// The first comments of the page, as far as they fit into `mostBytes`.
    private var comments: JSON? {
        var (found, bytes): ([JSON], Int) = ([], 0)
        for comment in discussion.threads.lazy.flatMap(\.entries).map(\.comment) where comment.state == .published {
            bytes += comment.text.utf8.count + Self.bytesBesideText
            guard bytes <= Self.mostBytes else { break }
            found.append(
                .object([
                    "@type": .text("Comment"), "@id": .text("#comment-\(comment.id)"),
                    "author": comment.isByDesk
                        ? party("NewsMediaOrganization", context.house.name)
                        : party("Person", context.name(of: comment)),
                    "dateCreated": .text(HouseTime.machineReadable(comment.createdAt)), "text": .text(comment.text),
                    "parentItem": comment.parent.map { .object(["@id": .text("#comment-\($0)")]) },
                ]))
        }
        return found.isEmpty ? nil : .list(found)
    }

    static let mostBytes = 60_000
    static let bytesBesideText = 250

    /// The authors. Without a byline, the author is the agency or the newspaper.
    private var authors: [JSON] {
        let agency = story.current.dateline?.agency.map(languageMarkup.typeset)
        guard let byline = story.current.byline.map(languageMarkup.typeset) else {
            return [party("Organization", agency ?? context.house.name)]
        }
        return Byline.authors(in: byline, agency: agency).map {
            party($0.isOrganization ? "Organization" : "Person", $0.name)
        }
    }

    /// A person or an organization, as schema.org describes it.
    private func party(_ type: String, _ name: String) -> JSON {
        .object(["@type": .text(type), "name": .text(name)])
    }
}

extension Picture {
    /// The widest JPEG of a crop, for other sites and search engines.
    func largestPlain(in crop: Crop) -> Rendition? { renditions(as: .jpeg, in: crop).last }
}
