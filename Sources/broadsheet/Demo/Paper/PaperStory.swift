import Foundation
import Newsroom

/// Yesterday's story, in Arabic: how paper and movable type came to the Arabic script.
enum PaperStory {
    static func story(publishedAt published: Date) -> DemoStory {
        DemoStory(versions: [version(published)], gallery: gallery, comments: comments(since: published))
    }

    private static func version(_ published: Date) -> IncomingStory {
        IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/paper", wireVersion: 1, status: .usable,
            language: Language(tag: "ar") ?? .english, firstCreated: published, versionCreated: published,
            headline: "من رزمة الورق إلى صندوق الحروف",
            standfirst:
                "كيف انتقلت العربية من دكّان الورّاق إلى المطبعة، ولماذا احتاج الحرف الواحد إلى أربع قطع من المعدن",
            dateline: Dateline(place: "القاهرة", agency: "برودشيت"), byline: "قسم الطباعة",
            body: [PaperText.ream, PaperText.fourForms, PaperText.presses, PaperText.ending]
                .joined(separator: "\n\n"),
            signOff: "إعداد قسم الطباعة في القاهرة؛ تحرير القسم الليلي",
            topics: ["Printing", "Paper"].map { Topic(name: $0) })
    }

    private static let gallery = [
        DemoPicture(
            .arabicTypeCase, name: "arabic-type-case",
            caption: """
                صندوق حروف كما يتخيّله الرسّام. في الصف الأسفل حرف العين في أشكاله الأربعة، من اليمين: منفردًا، وفي أول \
                الكلمة، وفي وسطها، وفي آخرها. وقد رُسمت الحروف كما تُقرأ، أما على المعدن فتكون معكوسة.
                """,
            alternativeText: """
                صندوق من الخشب مقسّم إلى خانات، في الصفين العلويين حروف عربية سوداء، وفي الصف الأسفل أربع قطع من المعدن \
                عليها أشكال حرف العين بالأحمر.
                """)
    ]

    private static func comments(since published: Date) -> [DemoComment] {
        [
            DemoComment("حبر وورق", published.later(hours: 2, minutes: 12), version: 1, PaperRemark.grandfather),
            DemoComment("galley proof", published.later(hours: 5, minutes: 40), version: 1, PaperRemark.question),
            DemoComment(
                "صفّاف قديم", published.later(hours: 9, minutes: 3), version: 1, answers: 1, PaperRemark.answer),
        ]
    }
}
