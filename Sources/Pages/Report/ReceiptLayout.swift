import Markup

/// The page of a receipt: what became of something that a reader has sent.
struct ReceiptLayout {
    let context: SiteContext
    let title: String
    let state: String
    let facts: HTML
    /// Asks the reader to keep the address; `nil` once nothing can happen anymore.
    let keep: String?

    func html() -> HTML {
        let layout = Layout(context: context, title: title, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title)</h1>
            </header>
            <p class="standfirst">\(state)</p>
            <dl class="facts">
            \(facts)</dl>
            \(keep.map { "<p class=\"closed\">\($0)</p>\n" as HTML })
            """)
    }
}

/// A name and a value in a list of facts (`dl`).
struct Fact {
    let name: String
    let value: HTML

    init(_ name: String, _ value: HTML) {
        self.name = name
        self.value = value
    }

    func html() -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n" }
}
