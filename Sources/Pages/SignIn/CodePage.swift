package import Markup
package import Newsroom

/// The page that waits for the code from a mail, in the browser that asked for it.
package struct CodePage: Sendable {
    package let email: String
    package let refusal: Refusal?

    package init(email: String, refusal: Refusal? = nil) {
        self.email = email
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let code = Field(
            name: "code", label: words.code, kind: .digits, hint: words.codeHint, autocomplete: "one-time-code",
            refusal: refusal)
        let layout = Layout(
            context: context, title: words.codeTitle, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.codeTitle)</h1>
            </header>
            <p><bdi>\(words.codeSent(email))</bdi> \(words.codeNote)</p>
            <form class="narrow" method="post" action="\(Address.signInCode)">
            \(refusal?.note(in: context))\(code.html())<button>\(context.words.form.signIn)</button>
            </form>
            <p class="meta"><a href="\(Address.signIn)">\(words.otherAddress)</a></p>

            """)
    }
}
