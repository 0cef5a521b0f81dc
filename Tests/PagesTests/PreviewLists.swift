import Foundation
import Markup
import Newsroom

@testable import Pages

extension PreviewPages {
    private func summary(_ number: Int64, _ headline: String, picture: Bool, standfirst: String? = nil) -> StorySummary
    {
        StorySummary(
            id: .init(number), slug: Slug(headline: headline), language: .english, headline: headline,
            standfirst: standfirst, opening: Sample.body.split(separator: "\n").first.map(String.init) ?? "",
            dateline: Dateline(place: "Port East"), byline: nil, publishedAt: Sample.published,
            updatedAt: number % 2 == 0 ? Sample.updated : Sample.published, commentCount: Int(number),
            picture: picture ? Sample.picture(number % 3 + 1) : nil)
    }

    func lists() throws -> [(String, HTML)] {
        let arabic = StorySummary(
            id: .init(5), slug: Slug(headline: "x"), language: try Sample.language("ar"),
            headline: "العبّارة القديمة تعود إلى المضيق بعد تسعة عشر عاما", standfirst: nil,
            opening: "أبحرت العبّارة التي ربطت ضفتي المضيق حتى حطمت عاصفة رصيفها مرة أخرى يوم السبت.",
            dateline: nil, byline: nil, publishedAt: Sample.published, updatedAt: Sample.published, commentCount: 1,
            picture: nil)
        let stories = PageOfResults(
            [
                summary(1, Sample.headline, picture: true, standfirst: Sample.standfirst),
                summary(2, "What a floating pier costs, and what it saves", picture: true),
                summary(
                    3, "Freighters keep the afternoon", picture: true,
                    standfirst: "The channel is theirs from one to four."),
                summary(4, "A piano crosses the strait", picture: true),
                arabic,
                summary(6, "Council to hear shopkeepers on a boat at noon", picture: false),
                summary(
                    7, "Mountain pass closed again", picture: false, standfirst: "For the twelfth day this winter."),
                summary(8, "Tide tables corrected after reader's letter", picture: false),
                summary(9, "Two towns, one bill: how the line is paid for over the next five years", picture: false),
            ], next: PageKey(milliseconds: 1, number: 1))
        let topics = ["Harbour", "Transport", "Weather", "Council"].map { Topic(name: $0) }
        let gallery = Gallery([1, 2, 3].map { Sample.picture($0) })
        let old = Sample.version(1)
        let story = Sample.story(
            Sample.version(
                2, headline: "Old ferry line returns to the strait after twenty years",
                body: Sample.body.replacing("two hours, and three", with: "more than two hours, and up to four")
                    .replacing("## Who pays", with: "The first freighter waited in silence.\n\n## Who pays")))
        return [
            ("front", FrontPage(stories: stories).html(in: context)),
            ("topic", TopicPage(topic: topics[0], stories: stories).html(in: context)),
            ("policy", PolicyPage().html(in: context)),
            (
                "picture",
                PicturePage(story: Sample.story().reference, gallery: gallery, place: 2)
                    .html(in: context)
            ),
            ("versions", VersionsPage(story: story, versions: [old, story.current]).html(in: context)),
            ("version", VersionPage(story: story, version: story.current, earlier: old).html(in: context)),
            ("version-first", VersionPage(story: story, version: old, earlier: nil).html(in: context)),
        ]
    }
}
