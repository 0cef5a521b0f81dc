package import Markup

/// A fault of ours: nothing about it but the number under which the log has it.
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
