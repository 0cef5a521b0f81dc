import Database
import Newsroom
import Operations
import Pages
import Storage

/// A person's own account.
enum ManageAccount {
    static func page(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, refusal: nil).html(in: exchange.site.context))
    }

    static func rename(_ exchange: Exchange) async throws -> Answer {
        try exchange.form.requireText()
        try await exchange.site.newspaper.rename(to: exchange.form["name"] ?? "", as: exchange.actor)
        return exchange.site.written(.seeOther(Address.account(done: "name")))
    }

    static func setPassword(_ exchange: Exchange) async throws -> Answer {
        let newspaper = exchange.site.newspaper
        guard exchange.form.word("remove") != "yes" else {
            try await newspaper.removePassword(as: exchange.actor, keeping: exchange.session)
            return .seeOther(Address.account(done: "no-password"))
        }
        try exchange.form.requireText()
        try await newspaper.setPassword(
            exchange.form["password"] ?? "", as: exchange.actor, keeping: exchange.session)
        return .seeOther(Address.account(done: "password"))
    }

    static func endSessions(_ exchange: Exchange) async throws -> Answer {
        let id = exchange.form.word("session")
        try await exchange.site.newspaper.endSession(id, as: exchange.actor, keeping: exchange.session)
        return .seeOther(Address.account(done: id == nil ? "others" : "ended"))
    }

    static func setPublicPage(_ exchange: Exchange) async throws -> Answer {
        let isPublic = exchange.form.word("page") == "on"
        try await exchange.site.newspaper.setPublicPage(isPublic, as: exchange.actor)
        return exchange.site.written(.seeOther(Address.account(done: isPublic ? "page-on" : "page-off")))
    }

    static func claim(_ exchange: Exchange) async throws -> Answer {
        guard let writer = exchange.writer else { throw Refusal(.comment(.ofAnotherBrowser)) }
        try await exchange.site.newspaper.claimComments(of: writer.hash, as: exchange.actor)
        return exchange.site.written(.seeOther(Address.account(done: "claimed")))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        .refusing(refusal, try await page(exchange, refusal: refusal).html(in: exchange.site.context.refused))
    }

    static func comments(_ exchange: Exchange) async throws -> Answer {
        let person = try exchange.actor.requirePerson()
        let key = exchange.query["after"].flatMap { PageKey($0) }
        let own = try await exchange.read { tx in
            try tx.comments(of: person, before: key, limit: OwnCommentsPage.most + 1).map { comment in
                let story = try tx.story(comment.story)
                return OwnComment(
                    comment: comment, story: story.flatMap { $0.withdrawal == nil ? $0.reference : nil },
                    ruling: try tx.rulingAgainst(comment.id))
            }
        }
        let shown = Array(own.prefix(OwnCommentsPage.most))
        let next = own.count > shown.count ? shown.last?.comment.key : nil
        return .page(
            OwnCommentsPage(comments: shown, next: next, now: exchange.site.clock.now).html(in: exchange.site.context))
    }

    private static func page(_ exchange: Exchange, refusal: Refusal?) async throws -> AccountPage {
        let person = try exchange.actor.requirePerson()
        let (now, writer) = (exchange.site.clock.now, exchange.writer?.hash)
        let found = try await exchange.read { tx in
            try tx.ownAccount(person, now: now).map { ($0, try writer.map { try tx.countGuestComments(of: $0) } ?? 0) }
        }
        guard let (account, guestComments) = found else { throw Refusal(.signIn(.signedOut)) }
        return AccountPage(
            account: account, session: Keys.hash(exchange.session), guestComments: guestComments,
            done: exchange.query.word("done"),
            typed: refusal?.field.flatMap { $0 == "password" ? nil : exchange.form[$0] }?.trimmed, refusal: refusal,
            now: now)
    }
}

extension Exchange {
    /// The token of the visitor's session; empty without one.
    var session: String { Cookie.session.value(in: head, isSecure: site.isSecure) ?? "" }
}
