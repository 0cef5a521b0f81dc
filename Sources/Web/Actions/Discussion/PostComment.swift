import Database
import Markup
import Newsroom
import Operations
import Pages
import Storage

/// Posts a reader's comment.
enum PostComment {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        // The cookie of a guest's browser; an account needs none.
        let writer = exchange.actor.person == nil ? exchange.writer ?? .fresh(now: exchange.site.clock.now) : nil
        let mark = { (answer: Answer) in writer.map { answer.setting(exchange.site.cookie(of: $0)) } ?? answer }
        do {
            let place = try await post(exchange, writer)
            return exchange.site.written(mark(.seeOther(place)))
        } catch DatabaseFault.outcomeUnknown {
            return mark(exchange.site.unsure(exchange))
        }
    }

    /// Stores the comment and returns its address.
    private static func post(_ exchange: Exchange, _ writer: WriterMark?) async throws -> SafeURL {
        let form = exchange.form
        try form.requireText()
        let (text, parent) = (form["text"] ?? "", try parent(form["parent"]))
        let version = try await version(exchange)
        let draft =
            if let name = exchange.actor.ownName {
                try CommentDraft(signedBy: name, text: text, parent: parent, storyVersion: version)
            } else {
                try CommentDraft(
                    name: form["name"] ?? "", text: text, email: form["email"], parent: parent, storyVersion: version)
            }
        guard let commenter = writer.map({ .browser($0.hash) }) ?? exchange.commenter else {
            throw Refusal(.signIn(.signedOut))
        }
        let posted = try await exchange.site.newspaper.post(
            draft, below: try exchange.identifier("story"), as: exchange.actor, by: commenter,
            from: exchange.source,
            mayBeThere: Cookie.unsure.value(in: exchange.head, isSecure: exchange.site.isSecure) != nil)
        return posted.comment.place(on: posted.story)
    }

    /// The version of the story that the reader saw; the current version if the form does not name one.
    private static func version(_ exchange: Exchange) async throws -> Int {
        if let version = exchange.form.version { return version }
        return try await exchange.read { tx in try exchange.story(in: tx).current.number }
    }

    private static func parent(_ text: String?) throws -> Comment.ID? {
        guard let text, !text.isEmpty else { return nil }
        guard let id = Comment.ID(path: text) else {
            throw Refusal(.missing(.answeredComment))
        }
        return id
    }

    /// The page on which the comment was written, with the reason for the refusal and everything that was
    /// typed.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let typed = TypedComment(
            name: exchange.form["name"] ?? "", text: exchange.form["text"] ?? "", email: exchange.form["email"] ?? "",
            parent: exchange.form.word("parent").flatMap { Comment.ID(path: $0) },
            storyVersion: exchange.form.version, refusal: refusal)
        let context = exchange.site.context.refused
        // Under overload, rendering the whole story would be most of the work.
        if refusal.kind == .unavailable {
            let page = SendAgainPage(
                story: try exchange.identifier("story"), slug: Slug(stored: exchange.path["slug"] ?? ""), typed: typed,
                requestID: RequestTrace.current?.id)
            return .refusing(refusal, page.html(in: context))
        }
        if let parent = typed.parent {
            do {
                let (page, _) = try await ReadComment.page(parent, exchange, typed: typed)
                if page.comment.state == .published { return .refusing(refusal, page.html(in: context)) }
            } catch let missing as Refusal where missing.kind == .notFound {}
        }
        return .refusing(refusal, try await ReadStory.page(exchange, typed: typed).0.html(in: context))
    }
}

extension Comment {
    /// The address at which the commenter finds the comment: its own page, where it is sure to appear. A
    /// held comment appears on the story's page.
    func place(on story: StoryReference) -> SafeURL {
        state == .held
            ? Address.story(story).fragment("held") : Address.comment(story, id).fragment("comment-\(id)")
    }
}

extension Site {
    /// The commenter's cookie, which links a browser to the comments posted from it, for thirty days.
    func cookie(of writer: WriterMark) -> String {
        Cookie.writer.setting(writer.cookie(keys: keys), seconds: Self.writerSeconds, isSecure: isSecure)
    }

    private static let writerSeconds = 30 * 86_400

    /// The answer for a comment that may have been stored. The cookies identify the commenter, so that the
    /// comment is stored only once if it is sent again.
    fileprivate func unsure(_ exchange: Exchange) -> Answer {
        answer(to: DatabaseFault.outcomeUnknown, exchange.head, keeping: exchange.form["text"])
            .setting(Cookie.unsure.setting("yes", seconds: Posting.sameWriterSeconds, isSecure: isSecure))
    }

    /// The answer to a write. Its cookie tells every process which log position a replica must have reached
    /// to serve this browser.
    func written(_ answer: Answer) -> Answer {
        guard let position = database.position else { return answer }
        return answer.setting(
            Cookie.written.setting(position.text, seconds: Self.writerSeconds, isSecure: isSecure))
    }
}
