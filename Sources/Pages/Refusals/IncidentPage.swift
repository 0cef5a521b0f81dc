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

    package func html(in edition: Edition) -> HTML {
        let words = edition.words.refusals
        let layout = Layout(edition: edition, title: words.incident, kind: "notice-page", isIndexed: false)
        return layout.html(
            """
            <h1>\(words.incident)</h1>
            <p class="standfirst">\(words.incidentText) <strong class="number">\(number)</strong></p>
            \(KeptText(edition: edition, text: keptText).html())\(Onward(edition: edition).html())
            """)
    }
}
