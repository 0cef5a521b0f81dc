import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Pages of live stories", .timeLimit(.minutes(1)))
struct LiveStoryPageTests {
    private static let began = Sample.published

    private static func entry(_ number: Int64, headline: String? = nil, isKeyPoint: Bool = false) -> LiveEntry {
        LiveEntry(
            id: .init(number), story: .init(7), createdAt: began.addingTimeInterval(Double(number) * 60),
            author: .init(1), authorName: "Ada <Example>", headline: headline, text: "Number *\(number)*.",
            isKeyPoint: isKeyPoint, editedAt: number == 2 ? began.addingTimeInterval(300) : nil)
    }

    private static func story(_ coverage: Coverage?) -> Story {
        let story = Sample.story()
        return Story(
            id: story.id, guid: nil, slug: story.slug, language: story.language, publishedAt: story.publishedAt,
            updatedAt: story.updatedAt, current: story.current, topics: story.topics, commentCount: 0,
            coverage: coverage)
    }

    private static func page(_ coverage: Coverage?, hasMore: Bool = false) -> StoryPage {
        let entries = coverage.map { coverage in
            LiveEntries(
                coverage: coverage, keyPoints: [entry(1, headline: "A “key” point", isKeyPoint: true)],
                entries: [entry(2), entry(1, headline: "A “key” point", isKeyPoint: true)], hasMore: hasMore)
        }
        return StoryPage(
            story: story(coverage), gallery: Gallery([]), related: [], entries: entries,
            discussion: Sample.discussion(), now: Sample.published)
    }

    @Test("A story that was never live has neither a mark nor entries nor their script")
    func ordinary() throws {
        let html = Self.page(nil).html(in: try Sample.context()).shown
        for part in ["live-mark", "class=\"coverage\"", "LiveBlogPosting", Assets.entries.address.text] {
            #expect(!html.contains(part), "\(part)")
        }
        #expect(html == Sample.page(Self.story(nil)).html(in: try Sample.context()).shown)
    }

    @Test("A live story has its mark, its key points and its entries, each with a time and a link of its own")
    func running() throws {
        let html = Self.page(Coverage(since: Self.began), hasMore: true).html(in: try Sample.context()).shown
        #expect(html.contains("<strong class=\"on-air\">Live</strong>") && html.contains("Live since <time"))
        #expect(html.contains("id=\"entry-2\" data-revision=\"0\"") && html.contains("data-revision=\"0k\""))
        #expect(html.contains("Number <em>2</em>.") && html.contains("edited <time"))
        #expect(html.contains("<bdi>Ada &lt;Example&gt;</bdi>"))
        #expect(html.contains("/live/2\"><time datetime="))
        #expect(html.contains("/entries?after=1\" rel=\"next\">Older entries"))
        #expect(html.contains(Assets.entries.address.text))
        #expect(html.components(separatedBy: "role=\"status\"").count == 2)
        #expect(!html.contains("Add an entry"))
    }

    @Test("The data for machines name the coverage and its entries")
    func metadata() throws {
        let running = Self.page(Coverage(since: Self.began)).html(in: try Sample.context()).shown
        #expect(running.contains("\"@type\":\"LiveBlogPosting\"") && running.contains("\"coverageStartTime\":"))
        #expect(running.contains("\"articleBody\":\"Number 2.\"") && !running.contains("\"dateline\":"))
        #expect(!running.contains("coverageEndTime"))
        let ended = Coverage(since: Self.began, until: Self.began.addingTimeInterval(600), order: .oldest)
        let html = Self.page(ended, hasMore: true).html(in: try Sample.context()).shown
        #expect(html.contains("\"coverageEndTime\":") && html.contains("Live coverage has ended"))
        #expect(html.contains("As it happened") && html.contains("Later entries"))
    }

    @Test("Only those who may publish see the link that adds an entry")
    func link() throws {
        let context = try Sample.context()
        let html = Self.page(Coverage(since: Self.began)).html(in: context)
        let link = "<a class=\"add-entry\" href=\"/desk/stories/7/live\">"
        #expect(!html.shown(to: SlotFilling(isStaff: true), in: context).string.contains(link))
        #expect(html.shown(to: SlotFilling(isStaff: true, mayPublish: true), in: context).string.contains(link))
    }

    @Test("A card of a live story says so, and others have no mark")
    func card() throws {
        let context = try Sample.context()
        var story = StorySummary(
            id: .init(7), slug: Slug(stored: "a"), language: .english, headline: "A", standfirst: nil, opening: "",
            dateline: nil, byline: nil, publishedAt: Self.began, updatedAt: Self.began, commentCount: 0, picture: nil)
        let before = StoryCard(context: context, story: story, rank: .brief).html().string
        story.isLive = true
        let html = StoryCard(context: context, story: story, rank: .brief).html().string
        #expect(!before.contains("on-air") && html.contains("on-air"))
    }

    private static let staff = Staff(id: .init(1), email: "a@example.org", name: "Ada", role: .editor)

    private static func desk(_ coverage: Coverage, _ entries: [LiveEntry] = []) throws -> String {
        DeskLivePage(
            staff: staff, story: story(coverage),
            entries: LiveEntries(coverage: coverage, keyPoints: [], entries: entries), token: "t"
        ).html(in: try Sample.context()).shown
    }

    @Test("Links and buttons about entries of one minute have different names")
    func names() throws {
        let twins = ([1, 2] as [Int64]).map { number in
            LiveEntry(
                id: .init(number), story: .init(7), createdAt: Self.began, author: .init(1), authorName: "Ada",
                text: "The *same* “words”.")
        }
        let html = try Self.desk(Coverage(since: Self.began), twins)
        let hidden = html.matches(of: /<span class="unseen">(\(entry [^<]*)<\/span>/).map { String($0.output.1) }
        #expect(hidden.count == 6 && Set(hidden).count == 2)
        #expect(hidden.first == "(entry 1, Feb 02, 2013 6:16pm EST: The same “words”.)")
        #expect(html.contains("aria-label=\"Feb 02, 2013 6:16pm EST: The same “words”.\""))
    }

    @Test("After the end, the desk's page offers the order, a new beginning and nothing about the end")
    func settings() throws {
        let running = try Self.desk(Coverage(since: Self.began))
        #expect(running.contains("<summary>Order and end</summary>") && running.contains("End the live coverage"))
        let ended = try Self.desk(Coverage(since: Self.began, until: Self.began.addingTimeInterval(60)))
        #expect(ended.contains("<summary>Order</summary>") && ended.contains("Show the oldest first"))
        #expect(ended.contains("Go live again") && !ended.contains("End the live coverage"))
    }

    @Test("The page of an entry leads to the earlier and the later entry")
    func neighbors() throws {
        let placed = PlacedEntry(entry: Self.entry(2), earlier: LiveEntry.ID(1), later: LiveEntry.ID(3))
        let html = EntryPage(story: Self.story(Coverage(since: Self.began)), placed: placed)
            .html(in: try Sample.context()).shown
        #expect(html.contains("/live/1\" rel=\"prev\">Earlier entry</a>"))
        #expect(html.contains("/live/3\" rel=\"next\">Later entry</a>"))
    }

    @Test("The form for an entry comes back with everything that was typed, and a conflict shows both texts")
    func forms() throws {
        let (context, staff) = (try Sample.context(), Self.staff)
        let refusal = Refusal(.live(.changedMeanwhile))
        let entry = Self.entry(1, headline: "Theirs")
        let typed = TypedEntry(headline: "Mine", text: "My <text>.", revision: 0, refusal: refusal)
        let html = DeskEntryPage(staff: staff, story: Sample.story().reference, entry: entry, typed: typed)
            .html(in: context).shown
        #expect(html.contains("value=\"Mine\"") && html.contains("My &lt;text&gt;.") && html.contains("Theirs"))
        let page = DeskLivePage(
            staff: staff, story: Self.story(nil), entries: nil, token: "t",
            typed: TypedEntry(text: "Kept.", refusal: Refusal(.live(.notLive)))
        ).html(in: context).shown
        #expect(page.contains("Kept.") && page.contains("Go live"))
    }
}
