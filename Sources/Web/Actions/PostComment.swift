import Markup
import Database
import Newsroom
import Pages
import Storage

/// A reader's comment. A refused one comes back in its form, with the reason and everything that was typed.
enum PostComment {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.story()
        let writer = exchange.writer ?? .fresh()
        do {
            let posted = try await post(exchange, story, writer)
            return Answer.seeOther(posted.comment.place(on: story.reference)).setting(exchange.site.cookie(of: writer))
        } catch {
            guard let refusal = exchange.site.refusal(for: error) else { throw error }
            return try await formAgain(exchange, story, refusal)
        }
    }

    private static func post(_ exchange: Exchange, _ story: Story, _ writer: WriterMark) async throws -> PostedComment {
        let form = exchange.form
        try form.requireText()
        let draft = try CommentDraft(
            name: form["name"] ?? "", text: form["text"] ?? "", email: form["email"],
            parent: try parent(form["parent"]),
            storyVersion: form["version"].flatMap { Int($0) } ?? story.current.number)
        let posting = Posting(
            draft: draft, story: story.id, source: exchange.source, writer: writer.hash, now: exchange.site.clock.now)
        let rules = exchange.site.settings.postingRules
        return try await exchange.site.database.write { tx in try tx.post(posting, rules: rules) }
    }

    private static func parent(_ text: String?) throws -> Comment.ID? {
        guard let text, !text.isEmpty else { return nil }
        guard let id = Comment.ID(path: text) else {
            throw Refusal.notFound("The comment that you answer is not there any more. Your text is kept below.")
        }
        return id
    }

    private static func formAgain(_ exchange: Exchange, _ story: Story, _ refusal: Refusal) async throws -> Answer {
        let typed = TypedComment(
            name: exchange.form["name"] ?? "", text: exchange.form["text"] ?? "", email: exchange.form["email"] ?? "",
            parent: exchange.form["parent"].flatMap { Comment.ID(path: $0) },
            storyVersion: exchange.form["version"].flatMap { Int($0) }, refusal: refusal)
        let edition = exchange.site.edition
        if let parent = typed.parent, let page = try await ReadComment.page(parent, story, exchange, typed: typed) {
            return .refusing(refusal, page.html(in: edition))
        }
        return .refusing(refusal, try await ReadStory.page(story, exchange, typed: typed).html(in: edition))
    }
}

extension Comment {
    /// Where its writer finds it: on its own page, where it surely stands; one that is held waits on the story's page.
    func place(on story: StoryReference) -> SafeURL {
        state == .held
            ? Address.story(story).fragment("held") : Address.comment(story, id).fragment("comment-\(id)")
    }
}

extension Site {
    /// The cookie by which a browser is known as the writer of its comments, for thirty days.
    func cookie(of writer: WriterMark) -> String {
        Cookie.writer.setting(writer.cookie(keys: keys), seconds: 30 * 86_400, isSecure: isSecure)
    }
}
