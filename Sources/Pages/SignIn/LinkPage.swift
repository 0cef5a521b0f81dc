package import Markup
package import Newsroom

/// The page of a mailed link. Opening it changes nothing, because programs that check mails open links too. Its button
/// signs the reader in, or makes the account.
package struct LinkPage: Sendable {
    package let token: String
    package let email: String
    /// The reader who signs in; `nil` if the address has no account.
    package let reader: Reader?
    package let typedName: String
    package let refusal: Refusal?

    package init(token: String, email: String, reader: Reader?, typedName: String = "", refusal: Refusal? = nil) {
        self.token = token
        self.email = email
        self.reader = reader
        self.typedName = typedName
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let title = reader.map { words.linkTitle($0.name) } ?? words.createTitle
        let layout = Layout(
            context: context, title: title, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title)</h1>
            </header>
            <p class="welcome"><bdi>\(reader == nil ? words.createNote(email) : words.linkNote(email))</bdi></p>
            <form class="narrow" method="post" action="\(Address.signInLink)">
            \(refusal?.note(in: context))<input type="hidden" name="token" value="\(token)">
            \(reader == nil ? name(context) : nil)<button>\(reader == nil ? words.create : context.words.form.signIn)</button>
            </form>

            """)
    }

    private func name(_ context: SiteContext) -> HTML {
        Field(
            name: "name", label: context.words.account.nameLabel, hint: context.words.account.nameHint,
            value: typedName,
            autocomplete: "nickname", refusal: refusal
        ).html()
    }
}
