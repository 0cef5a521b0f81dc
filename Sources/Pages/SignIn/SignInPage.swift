package import Markup
package import Newsroom

/// The page on which people sign in: readers with a mailed link or a password, staff with a password.
package struct SignInPage: Sendable {
    package let email: String
    /// The path on this site to go to after signing in.
    package let next: String?
    package let refusal: Refusal?
    /// Whether the form for a password is open.
    private let opensPassword: Bool

    /// The desk takes only passwords.
    private var isForDesk: Bool { next?.hasPrefix(Address.desk.text) ?? false }

    package init(email: String = "", next: String?, usesPassword: Bool = false, refusal: Refusal? = nil) {
        self.email = email
        self.next = next
        self.refusal = refusal
        opensPassword = usesPassword
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let isForReaders = context.house.commentsFrom.takesAccounts && !isForDesk
        let title = isForReaders ? words.signInTitle : words.staffSignInTitle
        let layout = Layout(context: context, title: title, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title)</h1>
            </header>
            <p class="welcome">\(isForReaders ? words.signInNote : words.staffSignInNote)</p>
            \(isForReaders ? readers(context) : password(context, refusal))
            """)
    }

    private func readers(_ context: SiteContext) -> HTML {
        let words = context.words.account
        let opened: HTML = opensPassword ? " open" : ""
        return """
            <form class="narrow" method="post" action="\(Address.signInMail)">
            \(opensPassword ? nil : refusal?.note(in: context))\
            \(emailField(context, opensPassword ? nil : refusal, form: ""))\(nextField)\
            <button>\(words.sendLink)</button>
            </form>
            <details class="with-password"\(opened)>
            <summary>\(words.withPassword)</summary>
            \(password(context, opensPassword ? refusal : nil, form: "with-"))</details>

            """
    }

    private func password(_ context: SiteContext, _ refusal: Refusal?, form: String = "") -> HTML {
        let words = context.words.form
        let passwordField = Field(
            name: "password", label: words.password, kind: .password, autocomplete: "current-password",
            refusal: refusal, form: form)
        return """
            <form class="narrow" method="post" action="\(Address.signIn)">
            \(refusal?.note(in: context, form: form))\(emailField(context, refusal, form: form))\
            \(passwordField.html())\(nextField)<button>\(words.signIn)</button>
            </form>

            """
    }

    private func emailField(_ context: SiteContext, _ refusal: Refusal?, form: String) -> HTML {
        Field(
            name: "email", label: context.words.form.email, kind: .email, value: email, autocomplete: "email",
            refusal: refusal, form: form
        ).html()
    }

    private var nextField: HTML {
        next.map { "<input type=\"hidden\" name=\"next\" value=\"\($0)\">\n" as HTML } ?? ""
    }
}
