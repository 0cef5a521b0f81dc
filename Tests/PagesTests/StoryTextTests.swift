import Markup
import Newsroom
import Testing

@testable import Pages

/// What the text of a story may contain besides paragraphs, on its page.
@Suite("The text of a story on pages", .timeLimit(.minutes(1)))
struct StoryTextTests {
    private func page(_ body: String, pictures: [Picture] = [], language: Language = .english) throws -> String {
        let story = Sample.story(Sample.version(2, body: body), language: language)
        return Sample.page(story, pictures: pictures).html(in: try Sample.context()).shown
    }

    @Test("A footnote has names for people who do not see it, and identifiers of its own")
    func footnotes() throws {
        let html = try page("One[^main], two[^main].\n\n[^main]: Three.", language: try Sample.language("ar"))
        #expect(html.contains("aria-label=\"Footnote 1\">1</a></sup>"))
        #expect(html.contains("aria-label=\"Back to footnote 1 in the text\">↑</a>"))
        #expect(html.contains("aria-label=\"Back to footnote 1 in the text, place 2\">↑</a>"))
        let targets = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(targets).count == targets.count && targets.contains("footnote-1"))
        #expect(html.contains("<meta property=\"og:title\"") && !html.contains("content=\"One[1]"))
    }

    @Test("The heading of a box without a title is in the language of the page")
    func factBox() throws {
        let html = try page("> [!FACTS]\n> One.\n\nTwo.", language: try Sample.language("ar"))
        #expect(html.contains("<h2 id=\"fact-box-1\"><bdi dir=\"ltr\">Facts</bdi></h2>\n<p>One.</p>"))
        #expect(html.contains("</aside>\n<p><span class=\"dateline\">"))
        let listed = Markdown("> [!FACTS]\n> One.\n\nTwo.").opening(limit: 300)
        #expect(listed == "Two.")
    }
}
