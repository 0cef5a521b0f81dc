package import Markup
package import Newsroom

/// The page on which a reader chooses the end of the account.
package struct LeavePage: Sendable {
    /// What was chosen before.
    package let chosen: Leaving.Comments?
    package let refusal: Refusal?

    package init(chosen: Leaving.Comments?, refusal: Refusal? = nil) {
        self.chosen = chosen
        self.refusal = refusal
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.privacy
        let layout = Layout(
            context: context, title: words.leaveHeading, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <p class="kicker"><a href="\(Address.account)">\(context.words.account.title)</a></p>
            <h1>\(words.leaveHeading)</h1>
            </header>
            <p class="welcome">\(words.explanation) \(words.nameNote)</p>
            <form method="post" action="\(Address.accountLeave)">
            \(refusal?.note(in: context))<fieldset class="field">
            <legend>\(words.choice)</legend>
            \(choice(.keep, words.keep, words.keepNote))\(choice(.delete, words.delete, words.deleteNote))</fieldset>
            <button>\(words.leave)</button>
            </form>
            <p class="back"><a href="\(Address.account)">\(words.back)</a></p>

            """)
    }

    private func choice(_ value: Leaving.Comments, _ label: String, _ note: String) -> HTML {
        let checked: HTML = value == chosen ? " checked" : ""
        return """
            <div class="choice">
            <input type="radio" name="comments" value="\(value.rawValue)" id="\(value.rawValue)" required\(checked)>
            <label for="\(value.rawValue)">\(label) <span>\(note)</span></label>
            </div>

            """
    }
}
