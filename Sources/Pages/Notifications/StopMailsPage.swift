package import Markup
package import Newsroom

/// The page on which anybody who has a mail can turn off mails of its kind. Opening it changes nothing.
package struct StopMailsPage: Sendable {
    /// The address of the page, to which its form is sent.
    package let address: SafeURL
    /// The kind that is turned off; `nil` for all.
    package let kind: Notification.Kind?
    package let isDone: Bool

    package init(address: SafeURL, kind: Notification.Kind?, isDone: Bool) {
        self.address = address
        self.kind = kind
        self.isDone = isDone
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.notifications
        let title = isDone ? words.stoppedTitle : words.stopTitle
        let layout = Layout(
            context: context, title: title, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        let form: HTML = """
            <p class="welcome">\(kind.map { words.stopKind(words.kindName($0)) } ?? words.stopAll)</p>
            <form method="post" action="\(address)"><button>\(words.stop)</button></form>

            """
        let done: HTML = """
            <p>\(words.stoppedNote) <a href="\(Address.notifications)">\(words.stoppedLink)</a></p>

            """
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title)</h1>
            </header>
            \(isDone ? done : form)
            """)
    }
}
