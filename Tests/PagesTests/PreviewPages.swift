import Foundation
import Markup
import Newsroom

@testable import Pages

struct PreviewPages {
    let context: SiteContext

    func all() throws -> [(String, HTML)] {
        try stories() + structured() + lists() + discussing() + refusals() + desk()
    }

    private func stories() throws -> [(String, HTML)] {
        let arabic = try Sample.language("ar")
        let version = Sample.version(
            2, headline: "العبّارة القديمة تعود إلى المضيق بعد تسعة عشر عاما",
            standfirst: "غادرت أول رحلة الرصيف الشرقي عند الفجر وعلى متنها مئتا راكب.",
            body: """
                أبحرت العبّارة التي ربطت ضفتي المضيق حتى حطمت عاصفة رصيفها مرة أخرى يوم السبت، لتفتح طريقا أقصر إلى العمل \
                أمام آلاف الناس الذين كانوا يقودون سياراتهم حول الخليج.

                تستغرق الرحلة خمسا وعشرين دقيقة، أما الطريق البري فيستغرق ساعتين.

                ## جدول فيه ثغرات

                تنطلق ست رحلات في اليوم حتى مايو، وعشر رحلات بعد ذلك.
                """, dateline: Dateline(place: "الميناء الشرقي", agency: "كورير"), byline: "الكاتب الأول", credits: [])
        let pictures = [1, 2, 3].map { Sample.picture($0) }
        let related = [
            StoryReference(
                id: .init(3), slug: Slug(headline: "x"), headline: "What a floating pier costs, and what it saves",
                language: .english),
            StoryReference(
                id: .init(4), slug: Slug(headline: "y"), headline: version.headline.sent, language: arabic),
        ]
        let closed = Sample.discussion(threads, state: .closed(.byAge, since: Sample.updated))
        let typed = TypedComment(
            name: "n", text: "What I **wanted** to say", email: "", parent: nil, storyVersion: 1,
            refusal: Sample.missing(.commentName, field: "name"))
        let own = OwnComments(
            held: [Sample.comment(99, text: "Is there a boat on Sundays?")], editable: [.init(99), .init(1)])
        return [
            (
                "story",
                StoryPage(
                    story: Sample.story(Sample.version(2), count: 11), gallery: Gallery(pictures), related: related,
                    discussion: Sample.discussion(
                        threads, state: .open(until: Sample.updated), next: PageKey(milliseconds: 1, number: 1)),
                    now: Sample.published
                ).html(in: context)
            ),
            (
                "story-arabic",
                StoryPage(
                    story: Sample.story(version, language: arabic, topics: ["الشرق الأوسط"]),
                    gallery: Gallery(pictures), related: related, discussion: closed,
                    closingReason: "See the follow-up.", now: Sample.published
                ).html(in: context)
            ),
            (
                "story-personal",
                Sample.page(
                    pictures: [Sample.picture(1)],
                    discussion: Sample.discussion(threads, state: .open(until: Sample.updated)), typed: typed
                ).html(in: context).shown(to: SlotFilling(own: own), in: context)
            ),
        ]
    }

    var threads: [Newsroom.Thread] {
        [
            Sample.thread(
                Sample.comment(
                    1, name: "old_salt",
                    text: """
                        I took the last boat in the year of the storm and the first one today. The coffee is better now.

                        Read the council's minutes before you write: https://example.org/minutes

                        > Nobody believed it

                        *I* did.
                        """, edited: true, replies: 130),
                [
                    Sample.comment(
                        2, name: "قارئ", text: "هل توجد رحلة يوم الأحد؟", parent: 1, thread: 1, storyVersion: 2),
                    Sample.comment(
                        3, name: "westside", text: "There is, at nine.", parent: 2, thread: 1, storyVersion: 2),
                    Sample.comment(4, name: "bicycle", text: "And at ten.", parent: 3, thread: 1, storyVersion: 2),
                    Sample.comment(5, name: "pier_9", text: "Only in summer.", parent: 4, thread: 1, storyVersion: 2),
                    Sample.comment(6, name: "x", text: "rude", parent: 1, thread: 1, state: .removed(clause: "abuse")),
                ]),
            Sample.thread(
                Sample.comment(
                    7, name: "Z̴̡͑a̷͜͠l̵̛̺g̶̯͐ő̴̱", text: "L" + String(repeating: "ooooong", count: 60), storyVersion: 2)),
            Sample.thread(Sample.comment(8, text: "- one\n- two\n\nThe rest is *history*.", storyVersion: 2)),
        ]
    }

    private func refusals() -> [(String, HTML)] {
        [
            ("not-found", RefusalPage(refusal: Refusal(.missing(.story))).html(in: context)),
            ("incident", IncidentPage(number: "K7-4Q2").html(in: context)),
            (
                "withdrawn",
                WithdrawnPage(
                    withdrawal: Withdrawal(at: Sample.updated, reason: "The wire took it back.", origin: .agency)
                )
                .html(in: context)
            ),
        ]
    }
}
