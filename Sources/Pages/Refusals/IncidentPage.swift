package import Markup

/// The page for an internal error. It says nothing about the error except its number in the log.
package struct IncidentPage: Sendable {
    package let number: String
    /// A text that the visitor typed.
    package let keptText: String?

    package init(number: String, keptText: String? = nil) {
        self.number = number
        self.keptText = keptText
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.refusals
        let layout = Layout(context: context, title: words.incident, kind: "notice-page", isIndexed: false)
        return layout.html(
            """
            <h1>\(words.incident)</h1>
            <p class="standfirst">\(words.incidentText) <strong class="number">\(number)</strong></p>
            \(KeptText(context: context, text: keptText).html())\(Onward(context: context).html())
            """)
    }
}
