import Newsroom
import Operations
import Pages

/// Mails a link and a code to an address.
enum AskForLink {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form) = (exchange.site, exchange.form)
        try form.requireText()
        let request = LinkRequest(
            email: form["email"] ?? "", next: form["next"].flatMap { $0.utf8.count <= 1_000 ? $0 : nil },
            known: exchange.knownBrowser, source: exchange.source)
        let browser = try await site.newspaper.askForLink(request, keys: site.keys)
        return Answer.seeOther(Address.signInCode)
            .setting(Cookie.asked.setting(browser, seconds: SignInLink.seconds, isSecure: site.isSecure))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let page = SignInPage(
            email: (exchange.form["email"] ?? "").trimmed, next: exchange.form["next"], refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}

/// Takes the code from a mail, in the browser that asked for it.
enum UseCode {
    static func form(_ exchange: Exchange) async throws -> Answer {
        guard let link = try await exchange.askedLink else { return .seeOther(Address.signIn) }
        return .page(CodePage(email: link.email).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let site = exchange.site
        try exchange.form.requireText()
        guard let browser = exchange.askedCookie else { throw Refusal(.link(.otherBrowser)) }
        let outcome = try await site.newspaper.useCode(
            exchange.form["code"] ?? "", browser: browser, keys: site.keys, from: exchange.signInClient)
        switch outcome {
        case .signedIn(let signedIn, let next): return exchange.welcome(signedIn, next: next).forgettingAsked(on: site)
        case .newAddress(let token): return .seeOther(Address.signInLink(token: token))
        }
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        guard let link = try await exchange.askedLink else { throw refusal }
        return .refusing(
            refusal, CodePage(email: link.email, refusal: refusal).html(in: exchange.site.context.refused))
    }
}

/// The page of a mailed link, and its button.
enum UseLink {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let token = exchange.query.word("token") ?? ""
        let opened = try await exchange.site.newspaper.openLink(token)
        return .page(
            LinkPage(token: token, email: opened.link.email, reader: opened.reader).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form) = (exchange.site, exchange.form)
        try form.requireText()
        let (signedIn, next) = try await site.newspaper.useLink(
            form.word("token") ?? "", name: form["name"] ?? "", from: exchange.signInClient)
        return exchange.welcome(signedIn, next: next).forgettingAsked(on: site)
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let token = exchange.form.word("token") ?? ""
        guard refusal.kind != .notFound, refusal.kind != .gone,
            let opened = try? await exchange.site.newspaper.openLink(token)
        else { throw refusal }
        let page = LinkPage(
            token: token, email: opened.link.email, reader: opened.reader,
            typedName: (exchange.form["name"] ?? "").trimmed, refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}

extension Exchange {
    fileprivate var askedCookie: String? { Cookie.asked.value(in: head, isSecure: site.isSecure) }

    /// The latest link that this browser asked for.
    fileprivate var askedLink: SignInLink? {
        get async throws {
            guard let askedCookie else { return nil }
            return try await site.newspaper.latestLink(ofBrowser: askedCookie)
        }
    }
}

extension Answer {
    fileprivate func forgettingAsked(on site: Site) -> Answer {
        setting(Cookie.asked.setting("", seconds: 0, isSecure: site.isSecure))
    }
}
