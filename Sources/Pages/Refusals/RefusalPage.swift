package import Markup
package import Newsroom

/// A page that explains a refusal in one sentence and links to other pages.
package struct RefusalPage: Sendable {
    package let refusal: Refusal
    /// A text that the visitor typed and that no form can show again.
    package let keptText: String?
    package let staff: Staff?
    /// The identifier of the request, if the reason is a fault of the server.
    package let requestID: String?

    package init(refusal: Refusal, keptText: String? = nil, staff: Staff? = nil, requestID: String? = nil) {
        self.requestID = requestID
        self.refusal = refusal
        self.keptText = keptText
        self.staff = staff
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.refusals
        let heading = heading(words)
        let layout = Layout(context: context, title: heading, kind: "notice-page", staff: staff, isIndexed: false)
        return layout.html(
            """
            <h1>\(heading)</h1>
            <p class="standfirst">\(words.sentence(refusal))</p>
            \(RequestNumber(context: context, id: requestID).html())\
            \(KeptText(context: context, text: keptText).html())\
            \(Onward(context: context, leadsToSignIn: refusal.code == .signIn(.signedOut)).html())
            """)
    }

    private func heading(_ words: RefusalWords) -> String {
        switch refusal.kind {
        case .invalid: words.invalid
        case .notFound: words.notFound
        case .gone: words.gone
        case .forbidden: words.forbidden
        case .conflict: words.conflict
        case .tooSoon: words.tooSoon
        case .closed: words.closed
        case .tooLarge: words.tooLarge
        case .unavailable: words.unavailable
        }
    }
}

/// The identifier under which the log has a request.
struct RequestNumber {
    let context: SiteContext
    let id: String?

    func html() -> HTML {
        guard let id else { return "" }
        return """
            <p class="request">\(context.words.refusals.request) <code dir="ltr">\(id)</code></p>

            """
    }
}

/// Shows a text that the visitor typed, so that it can be copied. It is for texts that no form can show
/// again.
struct KeptText {
    let context: SiteContext
    let text: String?

    func html() -> HTML {
        guard let text else { return "" }
        return """
            <div class="field">
            <label for="kept">\(context.words.refusals.kept)</label>
            <textarea id="kept" rows="8" readonly dir="auto">
            \(text)</textarea>
            </div>

            """
    }
}

/// The links at the end of a notice page.
struct Onward {
    let context: SiteContext
    var leadsToSignIn = false

    func html() -> HTML {
        let signIn: HTML = "<li><a href=\"\(Address.signIn)\">\(context.words.account.signIn)</a></li>\n"
        return """
            <nav class="onward" aria-label="\(context.words.refusals.onward)">
            <p>\(context.words.refusals.onward)</p>
            <ul>
            \(signIn, if: leadsToSignIn)<li><a href="\(Address.front)">\(context.words.layout.frontPage)</a></li>
            <li><a href="\(Address.policy)">\(context.words.layout.policy)</a></li>
            </ul>
            </nav>

            """
    }
}
