import Foundation
import HTTPServer
import Logging
import Markup
import Newsroom
import Operations
import Pages

/// Signs a staff member in.
enum SignIn {
    static func form(_ exchange: Exchange) async throws -> Answer {
        .page(SignInPage(next: exchange.query["next"]).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form, client) = (exchange.site, exchange.form, exchange.client)
        try form.requireText()
        let attempt = SignInAttempt(
            email: form["email"] ?? "", password: form["password"] ?? "", browser: exchange.knownBrowser,
            source: exchange.source, hasLeft: { client.hasLeft })
        let signedIn = try await site.newspaper.signIn(attempt, keys: site.keys)
        site.monitoring.count(SignInOutcome.succeeded)
        site.logger.notice("signed in", metadata: ["staff": "\(signedIn.staff.id)"])
        return Answer.seeOther(destination(form["next"], of: signedIn.staff)).signingIn(signedIn, to: site)
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
            email: (exchange.form["email"] ?? "").trimmed, next: exchange.form["next"], refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    /// `/sign-in`, with the path on this site to return to.
    static func address(returningTo path: String?) -> SafeURL {
        SafeURL(path: ["sign-in"], query: path.map { [("next", $0)] } ?? [])
    }

    /// The page of the desk to return to, without its query; otherwise the first page that the role may see.
    /// `//host` and `/\host` would lead to other sites.
    private static func destination(_ next: String?, of staff: Staff) -> SafeURL {
        let first = staff.may(.moderate) ? Address.desk : Address.deskStories
        guard let next, next != Address.desk.text, next.utf8.count <= 1_000, next.hasPrefix("/desk"),
            !next.contains("\\"), !next.contains("//"), let parts = URLComponents(string: next), parts.host == nil
        else { return first }
        return SafeURL(path: parts.path.split(separator: "/").map(String.init))
    }
}

extension Answer {
    /// The same answer with the cookies of a new session.
    func signingIn(_ signedIn: SignedIn, to site: Site) -> Answer {
        let seconds = site.newspaper.rules.signIn.sessionSeconds
        let known = signedIn.browser.cookie(keys: site.keys)
        return setting(Cookie.session.setting(signedIn.token, seconds: seconds, isSecure: site.isSecure))
            .setting(Cookie.known.setting(known, seconds: KnownBrowser.seconds, isSecure: site.isSecure))
    }
}

extension Exchange {
    /// This browser, if a staff member has signed in with it before.
    fileprivate var knownBrowser: KnownBrowser? {
        Cookie.known.value(in: head, isSecure: site.isSecure).flatMap { KnownBrowser(cookie: $0, keys: site.keys) }
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
