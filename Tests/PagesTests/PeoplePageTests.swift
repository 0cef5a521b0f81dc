import Foundation
import Markup
import Newsroom
import Testing

@testable import Pages

@Suite("People's pages, following and muting, from values", .timeLimit(.minutes(1)))
struct PeoplePageTests {
    private func comment(_ number: Int64, by person: Int64?, mark: Newsroom.Comment.Mark? = nil) -> Newsroom.Comment {
        Newsroom.Comment(
            id: .init(number), story: .init(7), parent: nil, thread: .init(number), name: "north & wind",
            text: "A comment.",
            state: .published, storyVersion: 1, createdAt: Sample.published, editedAt: nil, replyCount: 0,
            person: person.map { .init($0) }, mark: mark)
    }

    private func page(_ comments: [Newsroom.Comment]) throws -> HTML {
        Sample.page(Sample.story(), discussion: Sample.discussion(comments.map { Sample.thread($0) }))
            .html(in: try Sample.context())
    }

    @Test("Only names of accounts are links, and only comments of readers with an account have slots for muting")
    func links() throws {
        let (html, slots) = try page([
            comment(1, by: 3), comment(2, by: nil), comment(3, by: 4, mark: .staff), comment(4, by: 5, mark: .author),
        ]).separated()
        #expect(html.string.components(separatedBy: "<a class=\"person\" href=\"/people/").count == 4)
        #expect(html.string.contains("<a class=\"person\" href=\"/people/3\"><bdi>north &amp; wind</bdi></a>"))
        #expect(
            slots.map(\.name).filter { $0.contains("fold") || $0.hasPrefix("mute") } == [
                "fold 3", "mute 3 1", "unfold 3",
            ])
        #expect(!html.string.contains("Mute") && !html.string.contains("<details class=\"muted\""))
    }

    @Test("A filled page folds the comments of muted people, with their names escaped")
    func folded() throws {
        let context = try Sample.context()
        let muted = MutedPerson(id: .init(3), name: "north & wind", since: Sample.published)
        let muting = Muting(
            context: context, reader: .init(9), muted: [muted], place: StoryPlace(.story(.oldest)))
        let html = try page([comment(1, by: 3), comment(2, by: 8), comment(3, by: 9)])
            .shown(to: SlotFilling(muting: muting), in: context).string
        #expect(
            html.contains(
                "id=\"comment-1\">\n<details class=\"muted\"><summary>You muted north &amp; wind. Show the comment</summary>"
            ))
        #expect(html.components(separatedBy: "<details").count == html.components(separatedBy: "</details>").count)
        #expect(html.contains("form=\"muting\" name=\"comment\" value=\"2\" aria-describedby=\"by-2\">Mute</button>"))
        #expect(html.contains("form=\"muting\" name=\"again\" value=\"1\"") && !html.contains("value=\"3\" aria"))
        #expect(html.contains("<form id=\"muting\" method=\"post\" action=\"/account/muted\">"))
    }

    @Test("The names of slots are read back, whatever numbers they have")
    func names() {
        let slots: [(String, PageSlot?)] = [
            ("fold 3", .fold(.init(3))), ("unfold 12", .unfold(.init(12))), ("mute 3 45", .mute(.init(3), .init(45))),
            ("muting", .muting), ("muting-person", .muteOfPerson), ("follow", .follow),
            ("waiting", .waiting(below: nil)),
            ("waiting 4", .waiting(below: .init(4))), ("edit 1", .changing(.init(1))), ("rule 2", .rule(.init(2))),
            ("ruling 900", .ruling(.init(900))), ("account", .account), ("", nil), ("mute 3", nil), ("fold x", nil),
            ("fold", nil), ("rule 1 2", nil), ("mute 1 2 3", nil), ("ruleth 1", nil),
        ]
        for (name, slot) in slots { #expect(PageSlot(name: name) == slot, "\(name)") }
    }

    @Test("The page of a person escapes the name, counts, and shows the mark of the staff only to staff")
    func person() throws {
        let context = try Sample.context()
        let found = PublicComment(comment: comment(1, by: 3), story: Sample.story().reference)
        for (isStaff, count, words) in [(true, 1, "1 comment<"), (false, 10_000, "10,000 or more comments<")] {
            let person = PublicPerson(
                id: .init(3), name: "<north> & wind", isStaff: isStaff, since: Sample.published, commentCount: count)
            let html = PersonPage(person: person, comments: [found], next: nil).html(in: context).shown
            #expect(html.contains("<bdi>&lt;north&gt; &amp; wind</bdi>") && html.contains(words))
            #expect(html.contains("class=\"by-desk\">Staff<") == isStaff)
            #expect(html.contains("rel=\"canonical\" href=\"https://news.example.org/people/3/north-wind\""))
        }
    }

    @Test("The list of what somebody follows does not tell the headline of a withdrawn story")
    func followed() throws {
        let story = Sample.story().reference
        let followed = [
            Followed(subject: .story(story.id), title: .story(story), since: Sample.published),
            Followed(subject: .story(.init(8)), title: .withdrawn, since: Sample.published),
            Followed(
                subject: .topic(Slug(stored: "a\"b")), title: .topic(Topic(slug: Slug(stored: "a\"b"), name: "A<B")),
                since: Sample.published),
        ]
        let html = FollowingPage(followed: followed).html(in: try Sample.context()).shown
        #expect(html.contains("A story that was withdrawn") && html.contains("name=\"story\" value=\"8\""))
        #expect(html.contains("A&lt;B") && html.contains("name=\"topic\" value=\"a&quot;b\""))
        #expect(FollowingPage(followed: []).html(in: try Sample.context()).shown.contains("You do not follow"))
    }
}
