import Foundation
import HTTPServer
import HTTPTypes
import Logging
import Markup
import Newsroom
import Operations
import Pages

/// Signs somebody in with a password.
enum SignIn {
    static func form(_ exchange: Exchange) async throws -> Answer {
        .page(SignInPage(next: exchange.query["next"] ?? exchange.referringPath).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form, client) = (exchange.site, exchange.form, exchange.client)
        try form.requireText()
        let attempt = SignInAttempt(
            email: form["email"] ?? "", password: form["password"] ?? "", browser: exchange.knownBrowser,
            client: exchange.signInClient, hasLeft: { client.hasLeft })
        let signedIn = try await site.newspaper.signIn(attempt, keys: site.keys)
        site.monitoring.count(SignInOutcome.succeeded)
        return exchange.welcome(signedIn, next: form["next"])
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let site = exchange.site
        site.monitoring.count(SignInOutcome(refusal.kind, isWrong: refusal.code == .signIn(.wrongPassword)))
        var facts: Logger.Metadata = [
            "code": "\(refusal.code.name)", "account": "\(site.logAccount(exchange.form["email"] ?? ""))",
            "source": "\(site.logSource(of: exchange.address))",
        ]
        if case .text(let limit)? = refusal.values[.limited] { facts["limit"] = "\(limit)" }
        site.logger.notice("sign-in refused", metadata: facts)
        let page = SignInPage(
            email: (exchange.form["email"] ?? "").trimmed, next: exchange.form["next"], usesPassword: true,
            refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    /// `/sign-in`, with the path on this site to return to.
    static func address(returningTo path: String?) -> SafeURL {
        SafeURL(path: ["sign-in"], query: path.map { [("next", $0)] } ?? [])
    }
}

extension Exchange {
    /// The answer to somebody who has signed in: the page to go on with, and the cookies of the session.
    func welcome(_ signedIn: SignedIn, next: String?) -> Answer {
        switch signedIn.actor {
        case .staff(let staff): site.logger.notice("signed in", metadata: ["staff": "\(staff.id)"])
        default: site.logger.info("reader signed in", metadata: ["person": "\(signedIn.browser.person)"])
        }
        let known = signedIn.browser.cookie(keys: site.keys)
        return Answer.seeOther(destination(next, of: signedIn.actor))
            .setting(Cookie.session.setting(signedIn.token, seconds: signedIn.seconds, isSecure: site.isSecure))
            .setting(Cookie.known.setting(known, seconds: KnownBrowser.seconds, isSecure: site.isSecure))
    }

    /// The page to go on with, without its query, if it is a page of ours that the person may see; otherwise the first
    /// page for the role. `//host` and `/\host` would lead to other sites.
    private func destination(_ next: String?, of actor: Actor) -> SafeURL {
        let first =
            switch actor {
            case .staff(let staff): staff.may(.moderate) ? Address.desk : Address.deskStories
            default: Address.account
            }
        guard let next, next.utf8.count <= 1_000, next.hasPrefix("/"), !next.contains("\\"), !next.contains("//"),
            let parts = URLComponents(string: next), parts.host == nil,
            case .found(let route, _) = site.routes.match(.get, path: parts.percentEncodedPath[...]),
            actor.may(route.permission), !parts.path.hasPrefix(Address.signIn.text), next != Address.front.text,
            next != Address.desk.text
        else { return first }
        return SafeURL(path: parts.path.split(separator: "/").map(String.init))
    }

    /// The path of our own page from which the visitor comes.
    var referringPath: String? {
        guard let referrer = head.headerFields.text(of: .referer), referrer.utf8.count <= 1_000,
            let parts = URLComponents(string: referrer), parts.hostAndPort == site.publicHost
        else { return nil }
        return parts.percentEncodedPath
    }

    /// This browser, if somebody has signed in with it before.
    var knownBrowser: KnownBrowser? {
        Cookie.known.value(in: head, isSecure: site.isSecure).flatMap { KnownBrowser(cookie: $0, keys: site.keys) }
    }

    var signInClient: SignInClient {
        SignInClient(source: source, agent: BrowserName.name(of: head.headerFields.text(of: .userAgent)))
    }
}

enum SignOut {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        if let token = Cookie.session.value(in: exchange.head, isSecure: site.isSecure) {
            try await site.newspaper.signOut(token: token)
        }
        return Answer.seeOther(Address.front)
            .setting(Cookie.session.setting("", seconds: 0, isSecure: site.isSecure))
    }
}
