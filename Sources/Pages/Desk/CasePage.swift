package import Markup
package import Newsroom

/// The page of one case: with the ruling form while it is open, and with its ruling afterwards.
package struct CasePage: Sendable {
    package let staff: Staff
    package let deskCase: Case
    /// The current ruling; `nil` while the case is open.
    package let ruling: Ruling?
    /// A refused ruling.
    package let typed: TypedRuling?

    package init(staff: Staff, deskCase: Case, ruling: Ruling?, typed: TypedRuling? = nil) {
        self.staff = staff
        self.deskCase = deskCase
        self.ruling = ruling
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.desk
        let title = words.caseTitle(Int(deskCase.id.number))
        let view = CaseView(context: context, deskCase: deskCase)
        let layout = Layout(
            context: context, title: title, kind: "desk-page", staff: staff, isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title) \(view.badge)</h1>
            \(view.facts)</header>
            <div class="case">
            <div class="case-comment">
            \(view.quotation)\(view.earlierTexts)\(view.others)</div>
            <div class="case-ruling">
            \(view.reports())\(ending(context))</div>
            </div>
            <p class="meta"><a href="\(Address.desk)">\(words.back)</a></p>

            """)
    }

    private func ending(_ context: SiteContext) -> HTML {
        guard let ruling else {
            return RulingForm(context: context, deskCase: deskCase, typed: typed).html()
        }
        return """
            \(typed?.refusal.note(in: context))\(kept(context))\
            <div class="closed ruled">\(RulingLine(context: context, ruling: ruling).html())</div>

            """
    }

    /// The note to the commenter from a ruling that was refused because the case had already been decided.
    private func kept(_ context: SiteContext) -> HTML {
        guard let sentence = typed?.sentence, !sentence.isEmpty else { return "" }
        return """
            <p class="case-facts">\(context.words.form.typedText): \
            <q class="typed" dir="auto">\(sentence)</q></p>

            """
    }
}
