import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("The live bar of a story", .timeLimit(.minutes(1)))
struct LiveBarTests {
    private func html(order: ThreadOrder = .oldest, after key: PageKey? = nil) throws
        -> String
    {
        let thread = Sample.thread(Sample.comment(1))
        let story = Sample.story()
        return Sample.page(
            Story(
                id: story.id, guid: nil, slug: story.slug, language: story.language, publishedAt: story.publishedAt,
                updatedAt: story.updatedAt, current: story.current, topics: [], commentCount: 1, lastChange: 41),
            discussion: Discussion(
                order: order, threads: [thread], after: key, next: nil, count: 1, state: .open(until: nil),
                updates: StoryUpdates(current: 1))
        ).html(in: try Sample.context()).shown
    }

    @Test(
        "Every page of a discussion has the address of its live updates, with its last change",
        arguments: [ThreadOrder.oldest, .newest])
    func address(_ order: ThreadOrder) throws {
        let html = try html(order: order)
        #expect(html.contains("aria-labelledby=\"comments-heading\" data-live=\"/stories/7/"))
        #expect(html.contains("/live?after=41\">"))
    }

    @Test("Without scripts, a link reloads the same page", arguments: [nil, PageKey(milliseconds: 5, number: 6)])
    func again(_ key: PageKey?) throws {
        let html = try html(order: .newest, after: key)
        let rest = key.map { "&amp;after=\($0)" } ?? ""
        #expect(html.contains("?order=newest\(rest)\">Reload</a></p>"))
    }

    @Test("The page has every sentence for the script, with plural forms")
    func sentences() throws {
        let html = try html()
        let start = try #require(html.range(of: "data-sentences=\""))
        let end = try #require(html[start.upperBound...].range(of: "\" hidden>"))
        let block = Data(html[start.upperBound..<end.lowerBound].replacing("&quot;", with: "\"").utf8)
        let sentences = try #require(JSONSerialization.jsonObject(with: block) as? [String: Any])
        for name in ["new", "changed", "shown", "elsewhere"] {
            let forms = try #require(sentences[name] as? [String: String])
            #expect(forms["other"]?.contains("#") == true, "\(name)")
        }
        for name in ["mark", "removed", "closed", "opened", "live", "updated", "corrected", "withdrawn", "reload"] {
            #expect(sentences[name] is String, "\(name)")
        }
        #expect(html.contains("<p role=\"status\"></p>") && html.contains("<div class=\"live\" data-sentences"))
    }

    @Test("Only pages with a discussion load its script, and all pages have the icon")
    func assets() throws {
        let story = try html()
        let policy = PolicyPage().html(in: try Sample.context()).shown
        #expect(story.contains(Assets.live.address.text) && !policy.contains(Assets.live.address.text))
        #expect(policy.contains("<link rel=\"icon\" type=\"image/svg+xml\" href=\"/assets/broadsheet."))
    }
}
