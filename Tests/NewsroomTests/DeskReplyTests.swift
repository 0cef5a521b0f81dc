import Newsroom
import Testing

@Suite("Replies by the desk, and the pages to which a ruling leads back", .timeLimit(.minutes(1)))
struct DeskReplyTests {
    @Test("A reply has the limits of a comment", arguments: ["", " \n", "\u{0}", String(repeating: "x", count: 5_001)])
    func limits(text: String) {
        let refusal = #expect(throws: Refusal.self) { _ = try DeskReplyDraft(name: "The desk", text: text) }
        #expect(refusal?.kind == .invalid && refusal?.field == "text")
    }

    @Test(
        "A name is like that of the desk if readers cannot tell the two apart",
        arguments: [
            ("The desk", true), ("the  DESK", true), ("Ｔｈｅ desk", true), ("The\u{200B} desk", true),
            ("The\u{AD}desk", true), ("\u{2060}The desk", true), ("The desks", false), ("A desk", false),
            ("Thе dеsk", true), ("ТНЕ desk", true), ("the-desk", true), ("𝐓𝐡𝐞 𝐝𝐞𝐬𝐤", true), ("The desk ✓", true),
            ("Thé desk", false), ("!!", false),
        ])
    func names(name: String, isLike: Bool) throws {
        let draft = try CommentDraft(name: name, text: "x", email: nil, parent: nil, storyVersion: 1)
        #expect(draft.isNamed(like: "The Desk") == isLike)
        #expect(!draft.isNamed(like: "") && draft.nameKey == draft.name.foldedName)
    }

    @Test("A page is the same after a way through an address")
    func places() {
        let key = PageKey(milliseconds: 1_700_000_000_000, number: 3)
        let pages: [StoryPlace.Page] = [.story(.oldest), .story(.newest), .comment(.init(12))]
        for page in pages {
            for after in [nil, key] {
                let place = StoryPlace(page, after: after)
                #expect(StoryPlace(place.description) == place)
            }
        }
        for text in ["", "x", "0", "-1", "oldest.", "oldest.x", ".1-2", "12.1", "https://example.org", "newest.1-2.3"] {
            #expect(StoryPlace(text) == nil, "\(text)")
        }
    }
}
