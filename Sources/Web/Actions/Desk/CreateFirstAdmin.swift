import Logging
import Markup
import Newsroom
import Operations
import Pages

extension Site {
    /// The address at which the first admin can be created within an hour; `nil` if there are staff.
    package func inviteFirstAdmin() async throws -> String? {
        try await newspaper.inviteFirstAdmin().map { context.absolute(Address.firstAdmin(token: $0)).text }
    }
}

/// Creates the first admin, at the address that the server prints while there are no staff.
enum CreateFirstAdmin {
    static func form(_ exchange: Exchange) async throws -> Answer {
        let token = exchange.query.word("token") ?? ""
        try await exchange.site.newspaper.requireInvitation(token)
        return .page(FirstAdminPage(token: token).html(in: exchange.site.context))
    }

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (site, form) = (exchange.site, exchange.form)
        try form.requireText()
        let signedIn = try await site.newspaper.acceptInvitation(
            form.word("token") ?? "", email: form["email"] ?? "", name: form["name"] ?? "",
            password: form["password"] ?? "", from: exchange.signInClient)
        site.logger.notice("first admin created", metadata: ["staff": "\(signedIn.browser.person)"])
        return exchange.welcome(signedIn, next: nil)
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        let form = exchange.form
        let page = FirstAdminPage(
            token: form.word("token") ?? "", email: (form["email"] ?? "").trimmed, name: (form["name"] ?? "").trimmed,
            refusal: refusal)
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}
