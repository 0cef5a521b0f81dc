package import Markup
package import Newsroom

/// The page of a link that confirms another e-mail address. Opening it changes nothing.
package struct ConfirmAddressPage: Sendable {
    package enum State: Sendable {
        case asks(token: String, newEmail: String)
        /// Confirmed at this address, but not at the other one.
        case half
        case done
    }

    package let state: State
    package let refusal: Refusal?

    package init(_ state: State, refusal: Refusal? = nil) {
        self.state = state
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let title = if case .done = state { words.confirmedTitle } else { words.confirmTitle }
        let layout = Layout(
            context: context, title: title, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title)</h1>
            </header>
            \(content(context))
            """)
    }

    private func content(_ context: SiteContext) -> HTML {
        let words = context.words.account
        return switch state {
        case .asks(let token, let newEmail):
            """
            <p class="welcome"><bdi>\(words.confirmNote(newEmail))</bdi></p>
            <form method="post" action="\(Address.confirmAddress)">
            \(refusal?.note(in: context))<input type="hidden" name="token" value="\(token)">
            <button>\(words.confirm)</button>
            </form>

            """
        case .half: "<p>\(words.confirmedOne)</p>\n"
        case .done: "<p><a href=\"\(Address.account)\">\(words.title)</a></p>\n"
        }
    }
}
