import Logging
import Database
import Foundation
import Markup
import Newsroom
import Pages
import Storage

/// The way to the desk. An unknown address and a wrong password get the same answer after the same time.
enum SignIn {
    static func form(_ exchange: Exchange) async throws -> Answer {
        .page(SignInPage(next: exchange.query["next"]).html(in: exchange.site.edition))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        let email = exchange.form["email"] ?? ""
        do {
            try exchange.form.requireText()
            let (staff, passwordHash, browser) = try await staff(email: email, exchange)
            let token = Keys.freshToken()
            let seconds = site.settings.sessionHours * 3_600
            let now = site.clock.now
            try await site.database.write { tx in
                try tx.beginSession(
                    tokenHash: Keys.hash(token), staff: staff, provenBy: passwordHash, now: now,
                    expiresAt: now.addingTimeInterval(Double(seconds)))
            }
            site.logger.notice("signed in", metadata: ["staff": "\(staff.id)"])
            let known = (browser ?? .fresh(staff.id)).cookie(keys: site.keys)
            return Answer.seeOther(destination(exchange.form["next"]))
                .setting(Cookie.session.setting(token, seconds: seconds, isSecure: site.isSecure))
                .setting(Cookie.known.setting(known, seconds: KnownBrowser.seconds, isSecure: site.isSecure))
        } catch let refusal as Refusal {
            site.logger.notice("sign-in refused", metadata: ["kind": "\(refusal.kind.rawValue)"])
            let page = SignInPage(email: email.trimmed, next: exchange.form["next"], refusal: refusal)
            return .refusing(refusal, page.html(in: site.edition))
        }
    }

    /// `/sign-in`, with the way back for a path on this site.
    static func address(returningTo path: String?) -> SafeURL {
        SafeURL(path: ["sign-in"], query: path.map { [("next", $0)] } ?? [])
    }

    /// The member of staff who signs in, the hash that their password was held against, and the browser, where it is
    /// one in which they have signed in before.
    private static func staff(
        email typed: String, _ exchange: Exchange
    ) async throws -> (Staff, passwordHash: String, KnownBrowser?) {
        let site = exchange.site
        let email = try? EmailAddress.accept(typed)
        let found = try await site.database.read { tx in try email.flatMap { try tx.staff(email: $0) } }
        let browser = exchange.knownBrowser.flatMap { $0.staff == found?.staff.id ? $0 : nil }
        try await admit(exchange, email ?? "", browser)
        let isRight = try await site.passwordQueue.matches(
            exchange.form["password"] ?? "", found?.passwordHash ?? Password.ofNobody,
            lane: browser == nil ? .others : .knownBrowsers, client: exchange.client)
        guard let found, isRight else { throw Refusal.wrongPassword }
        return (found.staff, found.passwordHash, browser)
    }

    /// Every try counts, right or wrong: for its source, for the account, known or not, and for all. A browser in
    /// which the owner of the account has signed in before is counted by itself alone.
    private static func admit(_ exchange: Exchange, _ email: String, _ browser: KnownBrowser?) async throws {
        let site = exchange.site
        let (now, settings, source) = (site.clock.now, site.settings, exchange.source)
        let account = site.keys.mark(email.lowercased(), for: .account)
        try await site.database.write { tx in
            if let browser {
                return try tx.admit(
                    .signInFromKnownBrowser, source: browser.source, limits: settings.signInLimits, now: now)
            }
            try tx.admit(.signIn, source: source, limits: settings.signInLimits, now: now)
            try tx.admit(.signInToAccount, source: account, limits: settings.signInLimitsOfAccount, now: now)
            try tx.admit(
                .signInOfAll, source: site.keys.mark("everybody", for: .account), limits: settings.signInLimitsOfAll,
                now: now)
        }
    }

    /// Only paths of our own are followed: `//host` and `/\host` are other sites.
    private static func destination(_ next: String?) -> SafeURL {
        guard let next, next.utf8.count <= 1_000, next.hasPrefix("/desk"), !next.contains("\\"), !next.contains("//"),
            let parts = URLComponents(string: next), parts.host == nil
        else { return Address.desk }
        return SafeURL(path: parts.path.split(separator: "/").map(String.init))
    }
}

extension Exchange {
    /// The browser, where somebody of the staff has signed in with it before.
    fileprivate var knownBrowser: KnownBrowser? {
        Cookie.known.value(in: head, isSecure: site.isSecure).flatMap { KnownBrowser(cookie: $0, keys: site.keys) }
    }
}

enum SignOut {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        if let token = Cookie.session.value(in: exchange.head, isSecure: site.isSecure) {
            try await site.database.write { tx in try tx.endSession(tokenHash: Keys.hash(token)) }
        }
        return Answer.seeOther(Address.front)
            .setting(Cookie.session.setting("", seconds: 0, isSecure: site.isSecure))
    }
}
