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
        let email = (exchange.form["email"] ?? "").trimmed
        do {
            try await admit(exchange)
            let staff = try await staff(email: email, password: exchange.form["password"] ?? "", exchange)
            let token = Keys.freshToken()
            let seconds = site.settings.sessionHours * 3_600
            let now = site.clock.now
            try await site.database.write { tx in
                try tx.beginSession(
                    tokenHash: Keys.hash(token), staff: staff, now: now,
                    expiresAt: now.addingTimeInterval(Double(seconds)))
            }
            site.logger.notice("signed in", metadata: ["staff": "\(staff.id)"])
            return Answer.seeOther(destination(exchange.form["next"]))
                .setting(Cookie.session.setting(token, seconds: seconds, isSecure: site.isSecure))
        } catch let refusal as Refusal {
            site.logger.notice("sign-in refused", metadata: ["kind": "\(refusal.kind.rawValue)"])
            let page = SignInPage(email: email, next: exchange.form["next"], refusal: refusal)
            return .refusing(refusal, page.html(in: site.edition))
        }
    }

    /// `/sign-in`, with the way back for a path on this site.
    static func address(returningTo path: String?) -> SafeURL {
        SafeURL(path: ["sign-in"], query: path.map { [("next", $0)] } ?? [])
    }

    /// Every try counts for its source, right or wrong, whichever account it is for.
    private static func admit(_ exchange: Exchange) async throws {
        let site = exchange.site
        let now = site.clock.now
        let limits = site.settings.signInLimits
        try await site.database.write { tx in
            try tx.admit(.signIn, source: exchange.source, limits: limits, now: now)
        }
    }

    private static func staff(email: String, password: String, _ exchange: Exchange) async throws -> Staff {
        let isAddress = (try? EmailAddress.accept(email)) != nil
        let found = try await exchange.site.database.read { tx in isAddress ? try tx.staff(email: email) : nil }
        let isRight = await exchange.site.passwordDesk.matches(password, found?.passwordHash ?? Password.ofNobody)
        guard let found, isRight else {
            throw Refusal.invalid("This address and this password do not belong together.", field: "password")
        }
        return found.staff
    }

    /// Only paths of our own are followed: `//host` and `/\host` are other sites.
    private static func destination(_ next: String?) -> SafeURL {
        guard let next, next.hasPrefix("/desk"), !next.contains("\\"), !next.contains("//"),
            let parts = URLComponents(string: next), parts.host == nil
        else { return Address.desk }
        return SafeURL(path: parts.path.split(separator: "/").map(String.init))
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
