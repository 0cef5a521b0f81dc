import Newsroom
import Operations
import Pages

/// A reader changes the e-mail address of the account, and a person the language of mails.
enum ChangeAddress {
    static func ask(_ exchange: Exchange) async throws -> Answer {
        try exchange.form.requireText()
        try await exchange.site.newspaper.changeAddress(to: exchange.form["email"] ?? "", as: exchange.actor)
        return .seeOther(Address.account(done: "address"))
    }

    static func form(_ exchange: Exchange) async throws -> Answer {
        let token = exchange.query.word("token") ?? ""
        let change = try await exchange.site.newspaper.openAddressChange(token)
        let page = ConfirmAddressPage(.asks(token: token, newEmail: change.newEmail))
        return .page(page.html(in: exchange.site.context))
    }

    static func confirm(_ exchange: Exchange) async throws -> Answer {
        let isDone = try await exchange.site.newspaper.confirmAddress(exchange.form.word("token") ?? "")
        return .page(ConfirmAddressPage(isDone ? .done : .half).html(in: exchange.site.context))
    }

    static func chooseLanguage(_ exchange: Exchange) async throws -> Answer {
        guard let language = exchange.form.word("language").flatMap({ Language(tag: $0) }) else {
            throw Refusal(.draft(.noLanguage))
        }
        try await exchange.site.newspaper.setLanguage(LetterWords.offered(language), as: exchange.actor)
        return .seeOther(Address.account(done: "language"))
    }
}
