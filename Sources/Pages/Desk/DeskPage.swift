package import Markup
package import Newsroom

/// The state of the queue and the latest rulings.
package struct DeskPage: Sendable {
    package let staff: Staff
    package let counts: QueueCounts
    /// The rulings of the viewer today.
    package let day: ModeratorDay
    package let rulings: [Ruling]
    /// The views of the queue that the viewer has saved.
    package var saved: [SavedView] = []
    /// Decisions on many cases that wait for a colleague's confirmation.
    package var waiting: [BulkRuling] = []
    /// How many suggested corrections are open; `nil` for staff who do not publish.
    package var suggestions: Int?
    /// The number of versions from agencies that wait for an editor; `nil` for staff who do not publish.
    package var proposed: Int?
    /// Whether mails become files, because there is no relay. Only admins can change that.
    package var hasNoRelay = false
    /// The latest decision for all discussions of the site.
    package let houseDecision: DiscussionDecision?
    /// A refused decision for all discussions of the site.
    package let typed: TypedDecision?

    package init(
        staff: Staff, counts: QueueCounts, day: ModeratorDay, rulings: [Ruling], houseDecision: DiscussionDecision?,
        typed: TypedDecision? = nil
    ) {
        self.staff = staff
        self.counts = counts
        self.day = day
        self.rulings = rulings
        self.houseDecision = houseDecision
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let (words, queue) = (context.words.desk, context.words.queue)
        let layout = Layout(
            context: context, title: words.title, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta">\(queue.today(day.decided, day.removed))</p>
            </header>
            \(BulkNotices(waiting: waiting).html(in: context))\
            \(QueueViews(counts: counts, saved: saved).html(queue))\
            \(QueueStart(filter: QueueFilter(), total: counts.open).html(queue))\
            \(waiting(suggestions, context.words.suggestions.count, Address.suggestions()))\
            \(waiting(proposed, context.words.proposals.count, Address.deskStories(.proposed)))\
            \(recent(context))\(house(context), if: staff.may(.administer))\
            \(mail(context), if: hasNoRelay && staff.may(.administer))
            """)
    }

    /// A link to a list of the desk in which something waits for an editor.
    private func waiting(_ count: Int?, _ words: Words.Counted, _ list: SafeURL) -> HTML {
        guard let count, count > 0 else { return "" }
        return "<p class=\"case-facts\"><a href=\"\(list)\">\(words(count))</a></p>\n"
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

    private func mail(_ context: SiteContext) -> HTML {
        let words = context.words.desk
        return """
            <section class="house" aria-labelledby="mail">
            <h2 id="mail">\(words.mail)</h2>
            <p>\(words.noRelay)</p>
            </section>

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
