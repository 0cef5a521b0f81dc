import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("Discussions on pages", .timeLimit(.minutes(1)))
struct DiscussionTests {
    private func html(
        _ threads: [Newsroom.Thread], version: Int = 1, state: DiscussionState = .open(until: nil),
        own: OwnComments? = nil, typed: TypedComment? = nil
    ) throws -> String {
        try html(Sample.discussion(threads, state: state), version: version, own: own, typed: typed)
    }

    private func html(
        _ discussion: Discussion, version: Int, own: OwnComments? = nil, typed: TypedComment? = nil
    ) throws -> String {
        let context = try Sample.context()
        return Sample.page(
            Sample.story(Sample.version(version)), discussion: discussion, typed: typed
        ).html(in: context).shown(to: SlotFilling(own: own), in: context).string
    }

    @Test("A comment shows the commenter's name, the text, the time and the actions")
    func comment() throws {
        let html = try html([Sample.thread(Sample.comment(12, text: "One.\n\nTwo.", edited: true))])
        #expect(html.contains("<h2 id=\"comments-heading\">Comments (1)</h2>"))
        #expect(html.contains("<article class=\"comment\" id=\"comment-12\">"))
        #expect(html.contains("<bdi>north_wind</bdi> <span class=\"wrote\">wrote:</span>"))
        #expect(html.contains("<p dir=\"auto\">One.</p>\n<p dir=\"auto\">Two.</p>"))
        #expect(html.contains("Feb 02, 2013 9:09am EST</time></a> <span class=\"edited\">edited</span>"))
        #expect(html.contains("/comments/12#reply\""))
        #expect(html.contains("<a href=\"/comments/12/report\" rel=\"nofollow\""))
    }

    @Test("Replies are indented four levels, and deeper ones show whom they answer")
    func depth() throws {
        let replies = (2...6).map { Sample.comment($0, name: "reader_\($0)", parent: $0 - 1, thread: 1) }
        let html = try html([Sample.thread(Sample.comment(1, name: "reader_1"), replies)])
        #expect(html.contains("class=\"comment depth-3\" id=\"comment-4\""))
        #expect(html.contains("class=\"comment depth-3\" id=\"comment-6\""))
        #expect(html.components(separatedBy: "<p class=\"answered unseen\">").count == 4)
        #expect(html.contains("<p class=\"answered\">in reply to <a href=\"/stories/7/"))
        #expect(html.contains("/comments/5\"><bdi>reader_5</bdi></a>"))
    }

    @Test("A removed comment is a line that names its rule, without its name or text")
    func removed() throws {
        let removed = Sample.comment(3, name: "rude_name", text: "rude text", state: .removed(clause: "abuse"))
        let answer = Sample.comment(4, text: "Calm down.", parent: 3, thread: 3)
        let html = try html([Sample.thread(removed, [answer])])
        #expect(html.contains("This comment was removed. Rule broken: Abuse."))
        #expect(!html.contains("rude_name") && !html.contains("rude text"))
        #expect(html.contains("Calm down."))
    }

    @Test("A held comment is shown only on the commenter's page")
    func held() throws {
        let waiting = Sample.comment(5, name: "new_here", text: "waiting text", state: .held)
        let answer = Sample.comment(6, parent: 5, thread: 5)
        let everyone = try html([Sample.thread(waiting, [answer])])
        #expect(!everyone.contains("waiting text") && !everyone.contains("new_here"))
        let writer = try html([], own: OwnComments(held: [waiting], editable: [.init(5)]))
        #expect(writer.contains("id=\"held\"") && writer.contains("waiting text"))
        #expect(writer.contains("Your comment is awaiting review."))
        #expect(writer.contains("<a class=\"own\" href=\"/comments/5/edit\">Edit</a>"))
    }

    @Test("A comment looks the same in a thread, while it is held, at the desk and above a report form")
    func everywhere() throws {
        let comment = Sample.comment(5, name: "a & b", text: "*Word*")
        let context = try Sample.context()
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .moderator)
        let deskCase = Case(
            id: .init(3), comment: comment, story: Sample.story().reference, openedAt: Sample.published, reportCount: 1,
            reports: [], othersByAuthor: [])
        let pages = [
            try html([Sample.thread(comment)]), try html([], own: OwnComments(held: [comment])),
            CasePage(staff: staff, deskCase: deskCase, ruling: nil).html(in: context).shown,
            ReportPage(story: Sample.story().reference, comment: comment).html(in: context).shown,
        ]
        let parts = [
            "<bdi>a &amp; b</bdi> <span class=\"wrote\">wrote:</span>",
            "<div class=\"comment-text\">\n<p dir=\"auto\"><em>Word</em></p>\n</div>",
            context.commentTime(comment.createdAt).string,
        ]
        for page in pages { for part in parts { #expect(page.contains(part)) } }
    }

    @Test("The shared page contains nothing personal")
    func everyone() throws {
        let html = try html([Sample.thread(Sample.comment(1))])
        #expect(
            !html.contains("/edit\"") && !html.contains("class=\"refusal\"") && !html.contains("awaiting review"))
        #expect(html.contains("name=\"version\" value=\"1\""))
    }

    @Test("A refused comment is returned with the reason and the full text, even if it was a reply")
    func refused() throws {
        let typed = TypedComment(
            name: "<n>", text: "\nall </textarea> my words", email: "a@b", parent: .init(404), storyVersion: 1,
            refusal: Sample.missing(.commentName, field: "name"))
        let html = try html([], version: 3, typed: typed)
        #expect(html.contains("<p class=\"refusal\" role=\"alert\" id=\"refusal\" tabindex=\"-1\">Enter a name.</p>"))
        #expect(html.contains(">\n\nall &lt;/textarea&gt; my words</textarea>"))
        #expect(html.contains("aria-describedby=\"refusal name-hint\" aria-invalid=\"true\""))
        #expect(html.contains("value=\"&lt;n&gt;\"") && html.contains("value=\"a@b\""))
        #expect(html.contains("name=\"version\" value=\"1\""))
    }

    @Test(
        "A closed discussion shows its reason and date, and accepts reports but no comments",
        arguments: [
            (
                DiscussionState.Cause.byAge,
                "This discussion closed on Feb 2, 2013. We welcome comments for a limited time"
            ),
            (.byEditor, "This discussion is closed. An editor closed it on Feb 2, 2013."),
            (.byHouse, "This discussion is closed. All discussions of this newspaper were closed on Feb 2, 2013."),
        ])
    func closed(_ cause: DiscussionState.Cause, _ sentence: String) throws {
        let html = try html([Sample.thread(Sample.comment(1))], state: .closed(cause, since: Sample.updated))
        #expect(html.contains("<p class=\"closed\">\(sentence)"))
        #expect(!html.contains("<form") && !html.contains(">Reply</a>"))
        #expect(html.contains(">Report as abuse</a>"))
    }

    @Test("A late comment is returned to the commenter")
    func tooLate() throws {
        let typed = TypedComment(
            name: "n", text: "late words", email: "", parent: nil, storyVersion: 1,
            refusal: Refusal(.discussion(.closed)))
        let html = try html([], state: .closed(.byAge, since: Sample.updated), typed: typed)
        #expect(html.contains("readonly") && html.contains("late words</textarea>"))
    }

    @Test("An open discussion shows its closing date, with the policy above the form and the disclaimer below")
    func open() throws {
        let html = try html([], state: .open(until: Sample.updated))
        let order = ["<form", "open until Feb 2, 2013", "it is not the view of"]
        let places = order.compactMap { html.range(of: $0)?.lowerBound }
        #expect(places.count == 3 && places == places.sorted())
        let welcome = try #require(html.range(of: "We welcome comments that add to the story"))
        #expect(welcome.lowerBound < places[0] && html.contains("<a href=\"/policy\">Read the full policy</a>"))
    }

    @Test("Further threads and replies have links")
    func pages() throws {
        let thread = Sample.thread(Sample.comment(1, replies: 130), [Sample.comment(2, parent: 1, thread: 1)])
        let page = Sample.page(
            discussion: Sample.discussion(
                [thread], count: 5_131, order: .newest, next: PageKey(milliseconds: 5, number: 6)))
        let html = page.html(in: try Sample.context()).shown
        #expect(html.contains("Comments (5,131)") && html.contains(">Read all 130 replies</a>"))
        #expect(html.contains("?order=newest&amp;after=5-6#comments\" rel=\"next\""))
        #expect(html.contains("#comments\" aria-current=\"true\">Newest first</a>"))
    }

    @Test("A later page has its own address and title, and links to the pages before and after it")
    func laterPage() throws {
        let (key, next) = (PageKey(milliseconds: 5, number: 6), PageKey(milliseconds: 7, number: 8))
        func html(_ order: ThreadOrder, _ place: DiscussionPlace) throws -> String {
            let discussion = Sample.discussion(
                [Sample.thread(Sample.comment(1))], count: 140, order: order, after: key, next: next, place: place)
            return Sample.page(discussion: discussion).html(in: try Sample.context()).shown
        }
        let address = "/stories/7/old-ferry-line-returns-to-the-strait-after-nineteen-years"
        let second = try html(.oldest, DiscussionPlace(number: 2, previous: nil))
        #expect(second.contains("<title>Page 2 of the comments on “Old ferry line"))
        #expect(second.contains("<link rel=\"canonical\" href=\"https://news.example.org\(address)?after=5-6\">"))
        #expect(second.contains("<link rel=\"prev\" href=\"\(address)\">"))
        #expect(second.contains("<link rel=\"next\" href=\"\(address)?after=7-8\">"))
        #expect(second.contains("<a href=\"\(address)#comments\" rel=\"prev\">Previous comments</a>"))
        let far = try html(.newest, DiscussionPlace(number: nil, previous: PageKey(milliseconds: 1, number: 2)))
        #expect(far.contains("<title>Later comments on “Old ferry line"))
        #expect(far.contains("<link rel=\"canonical\" href=\"https://news.example.org\(address)\">"))
        #expect(far.contains("?order=newest&amp;after=1-2#comments\" rel=\"prev\""))
    }

    @Test("The data for machines has the first comments of the page, at most 100 KB of them")
    func commentObjects() throws {
        let threads = (1...300).map { number in
            Sample.thread(
                Sample.comment(Int64(number), text: String(repeating: "word ", count: 200)),
                [Sample.comment(Int64(number + 1_000), parent: Int64(number), thread: Int64(number))])
        }
        let html = Sample.page(discussion: Sample.discussion(threads)).html(in: try Sample.context()).shown
        let data = try #require(html.components(separatedBy: "<script type=\"application/ld+json\">").last)
            .components(separatedBy: "</script>")[0]
        #expect(data.utf8.count < 100_000 && data.components(separatedBy: "\"@type\":\"Comment\"").count > 40)
        #expect(
            data.contains(
                "{\"@type\":\"Comment\",\"@id\":\"#comment-1001\","
                    + "\"author\":{\"@type\":\"Person\",\"name\":\"north_wind\"},"))
        #expect(data.contains("\"text\":\"A comment.\",\"parentItem\":{\"@id\":\"#comment-1\"}}"))
    }
}
