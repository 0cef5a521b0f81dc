package import Markup
package import Newsroom

/// The page at the address of a withdrawn story (status 410).
package struct WithdrawnPage: Sendable {
    package let withdrawal: Withdrawal

    package init(withdrawal: Withdrawal) { self.withdrawal = withdrawal }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.refusals
        let by = withdrawal.origin == .agency ? words.withdrawnByAgencyOn : words.withdrawnOn
        let reason = withdrawal.reason.map { "\(words.withdrawnReason) <bdi>\($0)</bdi>" as HTML }
        let layout = Layout(context: context, title: words.withdrawn, kind: "notice-page", isIndexed: false)
        return layout.html(
            """
            <h1>\(words.withdrawn)</h1>
            <p class="standfirst">\(by) \(context.storyTime(withdrawal.at)).</p>
            <p>\(reason ?? "\(words.withdrawnNoReason)")</p>
            \(Onward(context: context).html())
            """)
    }
}
