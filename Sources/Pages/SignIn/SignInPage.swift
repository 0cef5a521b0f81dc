package import Markup
package import Newsroom

/// The form in which staff sign in.
package struct SignInPage: Sendable {
    package let email: String
    /// The path on this site to go to after signing in.
    package let next: String?
    package let refusal: Refusal?

    package init(email: String = "", next: String?, refusal: Refusal? = nil) {
        self.email = email
        self.next = next
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.form
        let emailField = Field(
            name: "email", label: words.email, kind: .email, value: email, autocomplete: "email",
            refusal: refusal)
        let passwordField = Field(
            name: "password", label: words.password, kind: .password, autocomplete: "current-password",
            refusal: refusal)
        let nextField = next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">\n" as HTML }
        let layout = Layout(
            context: context, title: words.signInTitle, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.signInTitle)</h1>
            </header>
            <p class="welcome">\(words.signInNote)</p>
            <form class="narrow" method="post" action="\(Address.signIn)">
            \(refusal?.note(in: context))\(emailField.html())\(passwordField.html())\(nextField)\
            <button>\(words.signIn)</button>
            </form>

            """)
    }
}
