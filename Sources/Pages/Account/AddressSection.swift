import Markup
import Newsroom

/// The e-mail address of an account and the language of mails, with the forms that change them.
struct AddressSection {
    let account: OwnAccount
    let email: String
    let typed: String?
    let refusal: Refusal?

    func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let field = Field(
            name: "email", label: words.newAddress, kind: .email, value: typed ?? "", autocomplete: "email",
            refusal: refusal)
        let address: HTML = """
            <p>\(words.addressNote(email))</p>
            <form class="narrow" method="post" action="\(Address.accountAddress)">
            \(refusal?.note(in: context))\(field.html())<button class="quiet">\(words.changeAddress)</button>
            </form>

            """
        let refused: HTML = "<p class=\"notice\">\(context.words.notifications.mailRefused(email))</p>\n"
        return """
            <section aria-labelledby="address-heading">
            <h2 id="address-heading">\(words.addressHeading)</h2>
            \(refused, if: account.isMailRefused)\
            \(isReader ? address : "<p><bdi>\(email)</bdi></p>\n")\(language(context))</section>

            """
    }

    private var isReader: Bool { if case .reader = account.actor { true } else { false } }

    private func language(_ context: SiteContext) -> HTML {
        let words = context.words.account
        let chosen = LetterWords.offered(account.language ?? context.house.language)
        let options = LetterWords.languages.map { language, name -> HTML in
            let mark: HTML = language == chosen ? " selected" : ""
            return "<option value=\"\(language.tag)\" lang=\"\(language.tag)\"\(mark)>\(name)</option>\n"
        }
        return """
            <form class="narrow language" method="post" action="\(Address.accountLanguage)">
            <div class="field">
            <label for="language">\(words.languageHeading)</label>
            <select id="language" name="language">
            \(options)</select>
            </div>
            <button class="quiet">\(words.chooseLanguage)</button>
            </form>

            """
    }
}
