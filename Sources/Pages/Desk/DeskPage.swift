package import Markup
package import Newsroom

/// The open cases with their forms, the most urgent first, and the latest rulings.
package struct DeskPage: Sendable {
    package let staff: Staff
    /// In display order.
    package let cases: [Case]
    /// The number of all open cases, including those that are not on this page.
    package let openCount: Int
    package let rulings: [Ruling]
    /// The latest decision for all discussions of the site.
    package let houseDecision: DiscussionDecision?
    /// A refused decision for all discussions of the site.
    package let typed: TypedDecision?

    /// The maximum number of reports that the queue shows for each case.
    private static let reportsShown = 5

    package init(
        staff: Staff, cases: [Case], openCount: Int, rulings: [Ruling], houseDecision: DiscussionDecision?,
        typed: TypedDecision? = nil
    ) {
        self.staff = staff
        self.cases = cases
        self.openCount = openCount
        self.rulings = rulings
        self.houseDecision = houseDecision
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.desk
        let layout = Layout(
            context: context, title: words.title, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta">\(openCount == 0 ? words.nothing : words.waiting(openCount))</p>
            </header>
            <div class="cases">
            \(cases.map { item($0, context) })</div>
            \(recent(context))\(house(context), if: staff.may(.administer))
            """)
    }

    private func item(_ deskCase: Case, _ context: SiteContext) -> HTML {
        let view = CaseView(context: context, deskCase: deskCase)
        let id = deskCase.id
        return """
            <article class="case" id="case-\(id.number)" aria-labelledby="case-\(id.number)-title">
            <header>
            <h2 id="case-\(id.number)-title"><a href="\(Address.deskCase(id))">\
            \(context.words.desk.caseTitle(Int(id.number)))</a> \
            \(view.badge)</h2>
            \(view.facts)</header>
            <div class="case-comment">
            \(view.quotation)\(view.earlierTexts)\(view.others)</div>
            <div class="case-ruling">
            \(view.reports(limit: Self.reportsShown))\(RulingForm(context: context, deskCase: deskCase).html())</div>
            </article>

            """
    }

    private func recent(_ context: SiteContext) -> HTML {
        let words = context.words.desk
        let items = rulings.map { "<li>\(RulingLine(context: context, ruling: $0).html())</li>\n" as HTML }
        let list: HTML =
            items.isEmpty ? "<p class=\"none\">\(words.noRulings)</p>\n" : "<ul class=\"rulings\">\n\(items)</ul>\n"
        return """
            <section class="recent" aria-labelledby="recent">
            <h2 id="recent">\(words.recent)</h2>
            \(list)</section>

            """
    }

    private func house(_ context: SiteContext) -> HTML {
        let words = context.words.desk
        let isClosed = houseDecision?.kind == .close
        let form = DecisionForm(
            context: context, action: Address.houseDiscussion, kind: isClosed ? .open : .close,
            button: isClosed ? words.openHouse : words.closeHouse, typed: typed)
        return """
            <section class="house" aria-labelledby="house">
            <h2 id="house">\(words.house)</h2>
            <p>\(isClosed ? words.houseIsClosed : words.houseIsOpen)</p>
            \(houseDecision.map { DecisionForm.record($0, in: context) })\(form.html())</section>

            """
    }
}
