package import Foundation
package import Markup
package import Newsroom

/// The open cases of a view, the most urgent first, with the button that takes the first of them.
package struct QueuePage: Sendable {
    package let staff: Staff
    package let filter: QueueFilter
    package let entries: PageOfResults<QueueEntry>
    package let counts: QueueCounts
    /// How many cases the filter admits.
    package let total: Int
    package let day: ModeratorDay
    package let now: Date
    /// Whether somebody asked for the next case, and there was none.
    package let isAtEnd: Bool
    /// The last decision of the viewer.
    package let done: QueueDone?
    /// Decisions on many cases that wait for a second person.
    package var waiting: [BulkRuling] = []

    package init(
        staff: Staff, filter: QueueFilter, entries: PageOfResults<QueueEntry>, counts: QueueCounts, total: Int,
        day: ModeratorDay, now: Date, isAtEnd: Bool = false, done: QueueDone? = nil
    ) {
        self.staff = staff
        self.filter = filter
        self.entries = entries
        self.counts = counts
        self.total = total
        self.day = day
        self.now = now
        self.isAtEnd = isAtEnd
        self.done = done
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.queue
        let layout = Layout(
            context: context, title: words.title, kind: "desk-page queue-page", head: Head.script(Assets.selecting),
            staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta">\(words.today(day.decided, day.removed))</p>
            </header>
            \(done.map { $0.html(in: context, .queue(filter)) })\
            \("<p class=\"notice\" role=\"status\">\(words.nothingLeft)</p>\n", if: isAtEnd)\
            \(confirmations(context))\(rest(words))\(views(words))\(narrowing(context))\(start(words))\(bulk(context))\
            \("<p class=\"none\">\(words.nothing)</p>\n", if: entries.elements.isEmpty)<ol class="queue">
            \(entries.elements.map { QueueRow(entry: $0, filter: filter, now: now, isSelectable: true).html(in: context) })</ol>
            \(more(words))
            """)
    }

    private func views(_ words: QueueWords) -> HTML {
        let items = QueueFilter.View.allCases.map { view -> HTML in
            let current: HTML = view == filter.view ? " aria-current=\"page\"" : ""
            return """
                <li><a href="\(Address.queue(QueueFilter(view)))"\(current)>\(words.view(view)) \
                <span class="count">\(counts[view].grouped)</span></a></li>

                """
        }
        return "<nav class=\"views\" aria-label=\"\(words.views)\">\n<ul>\n\(items)</ul>\n</nav>\n"
    }

    /// Moderators who have read much abuse are offered another view.
    private func rest(_ words: QueueWords) -> HTML {
        guard day.removed >= ModeratorDay.manyRemovals, filter.view == .reported || filter.view == .open else {
            return ""
        }
        return """
            <p class="notice">\(words.restHint) <a href="\(Address.queue(QueueFilter(.held)))">\(words.view(.held))</a></p>

            """
    }

    private func narrowing(_ context: SiteContext) -> HTML {
        let words = context.words.queue
        let rule = filter.clause.flatMap { context.house.policy.clause($0)?.code }
        let isOpen: HTML = filter.isWholeView ? "" : " open"
        return """
            <details class="narrow-view"\(isOpen)>
            <summary>\(words.narrow)</summary>
            <form method="get" action="\(Address.queue)" class="filter">
            <input type="hidden" name="view" value="\(filter.view.rawValue)">
            <div class="field"><label for="rule">\(words.rule)</label>
            <select id="rule" name="rule"><option value="">\(words.anyRule)</option>
            \(context.clauseOptions(selected: rule))</select></div>
            \(Self.field("language", words.language, filter.language?.tag ?? "", hint: words.languageHint))\
            \(Self.field("story", words.story, filter.story?.description ?? ""))\
            \(Self.field("topic", words.topic, filter.topic ?? ""))\
            \(Self.field("hours", words.hours, filter.hours.map(String.init) ?? ""))\
            <p class="buttons"><button class="quiet">\(words.show)</button> \
            \("<a href=\"\(Address.queue(QueueFilter(filter.view)))\">\(words.showAll)</a>", if: !filter.isWholeView)</p>
            </form>
            </details>

            """
    }

    private static func field(_ name: StaticString, _ label: String, _ value: String, hint: String? = nil) -> HTML {
        Field(name: name, label: label, hint: hint, isRequired: false, value: value).html()
    }

    private func start(_ words: QueueWords) -> HTML {
        let button: HTML = """
            <form method="post" action="\(Address.nextCase)" class="start">\(QueuePlace(filter: filter).fields)\
            <button>\(words.start)</button></form>

            """
        return "<div class=\"queue-head\"><p>\(words.count(total))</p>\n\(button, if: total > 0)</div>\n"
    }

    /// Decisions of colleagues, and one's own, that wait for a second person.
    private func confirmations(_ context: SiteContext) -> HTML {
        waiting.map { bulk -> HTML in
            """
            <p class="notice"><a href="\(Address.bulk(bulk.id, in: filter))">\(context.words.bulk.waits(bulk.cases.count))</a></p>

            """
        }.joined()
    }

    /// The buttons that lead to a decision on many cases.
    private func bulk(_ context: SiteContext) -> HTML {
        guard !entries.elements.isEmpty else { return "" }
        let words = context.words.bulk
        return """
            <form method="post" action="\(Address.bulkPreview)" id="bulk" class="buttons bulk">\(QueuePlace(filter: filter).fields)\
            <button class="quiet" name="all" value="no">\(words.decideSelected)</button>
            <button class="quiet" name="all" value="yes">\(words.decideAll(total))</button>
            <span class="hint keys-hint" hidden>\(words.keys)</span>
            </form>

            """
    }

    private func more(_ words: QueueWords) -> HTML {
        guard let next = entries.next else { return "" }
        return "<p class=\"more\"><a href=\"\(Address.queue(filter, after: next))\">\(words.more)</a></p>\n"
    }
}
