import Foundation
@testable import Markup
import Newsroom

@testable import Pages

/// Sample values for pages.
enum Sample {
    /// Sat Feb 2, 2013, 6:16pm in New York.
    static let published = Date(timeIntervalSince1970: 1_359_846_960)
    static let updated = published.addingTimeInterval(3 * 3_600 + 120)

    static let queueCounts = QueueCounts(open: 192, reported: 150, held: 42, escalated: 3, unread: 1_234)

    /// The refusal for a missing text, such as "Enter a name."
    static func missing(_ subject: TextRule.Subject, field: String) -> Refusal {
        Refusal(.text(.missing), [.text: .text(subject.rawValue)], field: field)
    }

    static func context(language: Language = .english, zone: String = "America/New_York") throws -> SiteContext {
        let house = House(
            name: "The Harbour Courier", tagline: "News of the sea and of the land behind it", language: language,
            timeZone: try required(TimeZone(identifier: zone)),
            disclaimer: "What readers write is theirs; it is not the view of The Harbour Courier.")
        return SiteContext(house: house, base: try required(SafeURL("https://news.example.org")))
    }

    static func language(_ tag: String) throws -> Language { try required(Language(tag: tag)) }

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    struct Missing: Error {}

    static let headline = "Old ferry line returns to the strait after nineteen years"
    static let standfirst =
        "The first boat left the east pier at dawn with two hundred people, nine bicycles and a piano."
    static let body = """
        The ferry that tied both shores of the strait together until a storm broke its pier sailed again on Saturday, \
        opening a shorter way to work for thousands who had driven around the bay.

        Crossing takes twenty-five minutes. By road it takes two hours, and three when the mountain pass is closed, \
        as it was on eleven days of this winter.

        "Nobody believed it until the horn sounded," the harbour master said after the boat had left.

        The line was given up when repairs to the pier were put at forty million. A cheaper design, a floating landing \
        stage that rises with the tide, was tried last summer and held.

        ## A timetable with gaps

        Six boats a day are planned until May, and ten from then on. There is none between one and four in the \
        afternoon, when the channel belongs to freighters.

        Shopkeepers on the west side asked for a boat at noon. The port *has not answered* them yet; its council \
        meets on the [first Monday of the month](https://example.org/council).

        ## Who pays

        Tickets cover about half of the cost. The rest comes from the two towns in equal parts, for five years.
        """

    static func version(
        _ number: Int = 1, headline: String = headline, standfirst: String? = standfirst, body: String = body,
        dateline: Dateline? = Dateline(place: "PORT EAST", agency: "Courier"), byline: String? = "Writer One",
        credits: [Credit] = [
            Credit(role: "Additional reporting", person: "Writer Two", place: "West Quay"),
            Credit(role: "Additional reporting", person: "Writer Three", place: "West Quay"),
            Credit(role: "Editing", person: "Editor One"),
        ], signOff: String? = nil, revision: Revision? = nil
    ) -> Version {
        Version(
            number: number, headline: headline, standfirst: standfirst, dateline: dateline, byline: byline, body: body,
            credits: credits, signOff: signOff, createdAt: number == 1 ? published : updated,
            revision: revision)
    }

    static func story(
        _ version: Version = version(), language: Language = .english, topics: [String] = ["Harbour", "Transport"],
        count: Int = 0
    ) -> Story {
        Story(
            id: .init(7), guid: nil, slug: Slug(headline: version.headline.sent), language: language,
            publishedAt: published, updatedAt: version.number == 1 ? published : updated, current: version,
            topics: topics.map { Topic(name: $0) }, commentCount: count)
    }

    static func picture(
        _ number: Int64, caption: String = "The boat leaves the east pier at dawn on Saturday.",
        alt: String = "A ferry",
        provenance: Provenance = Provenance(
            creator: "Photographer One", chain: ["COURIER", "Port Authority", "Handout"], via: "Courier",
            isHandout: true, usageTerms: "NO ARCHIVAL USE")
    ) -> Picture {
        let renditions = [320, 640, 960, 1_600].flatMap { width in
            Rendition.Format.allCases.map {
                Rendition(
                    format: $0, width: width, height: width * 2 / 3, name: "p\(number)-\(width).\($0.rawValue)")
            }
        }
        return Picture(
            id: .init(number), guid: nil, caption: caption, alternativeText: alt, provenance: provenance,
            renditions: renditions)
    }

    static func comment(
        _ number: Int64, name: String = "north_wind", text: String = "A comment.", parent: Int64? = nil,
        thread: Int64? = nil, state: Comment.State = .published, storyVersion: Int = 1, edited: Bool = false,
        replies: Int = 0
    ) -> Comment {
        Comment(
            id: .init(number), story: .init(7), parent: parent.map { .init($0) }, thread: .init(thread ?? number),
            name: name, text: text, state: state, storyVersion: storyVersion,
            createdAt: published.addingTimeInterval(Double(number) * 600 - 40_000),
            editedAt: edited ? published : nil, replyCount: replies)
    }

    static func discussion(
        _ threads: [Newsroom.Thread] = [], count: Int? = nil, state: DiscussionState = .open(until: nil),
        order: ThreadOrder = .oldest, after: PageKey? = nil, next: PageKey? = nil, place: DiscussionPlace? = nil,
        updates: StoryUpdates = StoryUpdates(current: 1)
    ) -> Discussion {
        Discussion(
            order: order, threads: threads, after: after, next: next, place: place,
            count: count ?? threads.reduce(0) { $0 + $1.entries.count }, state: state, updates: updates)
    }

    static func thread(_ comment: Comment, _ replies: [Comment] = []) -> Newsroom.Thread {
        let known = Dictionary(uniqueKeysWithValues: ([comment] + replies).map { ($0.id, $0) })
        return Newsroom.Thread(
            beginning: comment,
            replies: replies.map { reply in
                .init(reply, answering: reply.parent.flatMap { known[$0] } ?? comment)
            })
    }

    static func page(
        _ story: Story = story(), pictures: [Picture] = [], discussion: Discussion = discussion(),
        typed: TypedComment? = nil
    ) -> StoryPage {
        StoryPage(
            story: story, gallery: Gallery(pictures), related: [], discussion: discussion, typed: typed, now: published)
    }
}

extension HTML {
    /// The shared page.
    var shown: String { separated().page.string }

    /// The page as one visitor gets it.
    func shown(to filling: SlotFilling, in context: SiteContext) -> HTML {
        let (page, slots) = separated()
        var (bytes, rest) = ([UInt8](), page.bytes[...])
        for slot in slots {
            bytes += rest[..<slot.place]
            rest = rest[slot.place...]
            bytes += filling.content(ofSlot: slot.name, slot.content, in: context) ?? []
        }
        return HTML(bytes: bytes + rest)
    }
}
