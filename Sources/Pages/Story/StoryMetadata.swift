import Markup
import Newsroom

/// The metadata of a story page: canonical address, Open Graph, and `NewsArticle` (schema.org) as JSON-LD.
struct StoryMetadata {
    let context: SiteContext
    let languageMarkup: LanguageMarkup
    let story: Story
    let gallery: Gallery
    let count: Int
    private let headline: String
    private let summary: String

    init(context: SiteContext, languageMarkup: LanguageMarkup, story: Story, gallery: Gallery, count: Int) {
        self.context = context
        self.languageMarkup = languageMarkup
        self.story = story
        self.gallery = gallery
        self.count = count
        headline = languageMarkup.typeset(story.current.headline)
        let opening = { Markdown(story.current.body.sent).opening(limit: 300) }
        summary = languageMarkup.typeset(story.current.standfirst?.sent ?? opening())
    }

    func html() -> HTML {
        """
        \(openGraph)\
        \(HTML.dataBlock(type: "application/ld+json", article(at: context.absolute(Address.story(story.reference)))))

        """
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
            address: Address.story(story.reference), properties: properties)
        if let first = gallery.pictures.first, let rendition = first.largestPlain(in: .lead) {
            page.picture = (rendition, first.alternative(in: languageMarkup, otherwise: headline))
        }
        return page.html()
    }

    /// The `NewsArticle`, with the properties that a story page can fill.
    private func article(at address: SafeURL) -> JSON {
        .object([
            "@context": .text("https://schema.org"), "@type": .text("NewsArticle"),
            "headline": .text(headline), "description": .text(summary),
            "image": .texts(images.map(\.text)), "datePublished": .text(HouseTime.machineReadable(story.publishedAt)),
            "dateModified": .text(HouseTime.machineReadable(story.updatedAt)), "author": .list(authors),
            "contributor": .list(story.current.credits.map { party("Person", languageMarkup.typeset($0.person)) }),
            "publisher": party("NewsMediaOrganization", context.house.name, at: context.base),
            "commentCount": .number(count), "inLanguage": .text(story.language.tag),
            "mainEntityOfPage": .text(address.text), "keywords": .texts(story.topics.map(\.name)),
            "dateline": story.current.dateline?.place.map { .text(languageMarkup.typeset($0)) },
            "isAccessibleForFree": .truth(true),
        ])
    }

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
    private func party(_ type: String, _ name: String, at address: SafeURL? = nil) -> JSON {
        .object(["@type": .text(type), "name": .text(name), "url": address.map { .text($0.text) }])
    }
}

extension Picture {
    /// The widest JPEG of a crop, for other sites and search engines.
    func largestPlain(in crop: Crop) -> Rendition? { renditions(as: .jpeg, in: crop).last }
}
