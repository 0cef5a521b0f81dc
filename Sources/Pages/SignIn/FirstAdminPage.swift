package import Markup
package import Newsroom

/// The form in which the first admin of a newspaper chooses a name and a password.
package struct FirstAdminPage: Sendable {
    package let token: String
    package let email: String
    package let name: String
    package let refusal: Refusal?

    package init(token: String, email: String = "", name: String = "", refusal: Refusal? = nil) {
        self.token = token
        self.email = email
        self.name = name
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.form
        let fields = [
            Field(
                name: "name", label: words.name, hint: words.firstAdminName, value: name, autocomplete: "name",
                refusal: refusal),
            Field(
                name: "email", label: words.email, kind: .email, value: email, autocomplete: "email", refusal: refusal),
            Field(
                name: "password", label: words.password, kind: .password, hint: words.firstAdminPassword,
                autocomplete: "new-password", refusal: refusal),
        ]
        let layout = Layout(
            context: context, title: words.firstAdmin, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.firstAdmin)</h1>
            </header>
            <p class="welcome">\(words.firstAdminNote)</p>
            <form class="narrow" method="post" action="\(Address.firstAdmin)">
            \(refusal?.note(in: context))\(fields.map { $0.html() })\
            <input type="hidden" name="token" value="\(token)">
            <button>\(words.firstAdminButton)</button>
            </form>

            """)
    }
}
