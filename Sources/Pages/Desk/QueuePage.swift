package import Foundation
package import Markup
package import Newsroom

/// The open cases of a view, the most urgent first, or the unread comments, with the button that takes the first of them.
package struct QueuePage: Sendable {
    package let staff: Staff
    package let filter: QueueFilter
    package let entries: PageOfResults<QueueEntry>
    package let counts: QueueCounts
    /// How many cases or comments the filter admits.
    package let total: Int
    package let day: ModeratorDay
    package let now: Date
    /// Whether somebody asked for the next case, and there was none.
    package let isAtEnd: Bool
    /// The last decision of the viewer.
    package let done: QueueDone?
    /// Decisions on many cases that wait for a second person.
    package var waiting: [BulkRuling] = []
    /// Why a selection was refused.
    package var refusal: Refusal?
    /// The comments of the view of unread ones, which has no cases.
    package var unread = PageOfResults<UnreadComment>([])
    /// The views that the viewer has saved.
    package var saved: [SavedView] = []
    /// A refused name for a view.
    package var typedName: TypedViewName?

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
        let narrowing = QueueNarrowing(context: context, filter: filter, saved: saved, typed: typedName)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta">\(words.today(day.decided, day.removed))</p>
            </header>
            \(done.map { $0.html(in: context, .queue(filter)) })\
            \("<p class=\"notice\" role=\"status\">\(words.nothingLeft)</p>\n", if: isAtEnd)\
            \(refusal?.note(in: context))\(BulkNotices(waiting: waiting, filter: filter).html(in: context))\(rest(words))\(QueueViews(counts: counts, saved: saved, filter: filter).html(words))\
            \(narrowing.html())\(QueueStart(filter: filter, total: total).html(words))\(bulk(context))\
            \("<p class=\"none\">\(words.nothing(filter.view))</p>\n", if: isEmpty)<ol class="queue">
            \(entries.elements.map { QueueRow(entry: $0, filter: filter, now: now, isSelectable: true).html(in: context) })\
            \(unread.elements.map { UnreadRow(unread: $0, filter: filter).html(in: context) })</ol>
            \(more(words))
            """)
    }

    private var isEmpty: Bool { entries.elements.isEmpty && unread.elements.isEmpty }

    /// Moderators who have read much abuse are offered another view.
    private func rest(_ words: QueueWords) -> HTML {
        guard day.removed >= ModeratorDay.manyRemovals, counts.held > 0,
            filter.view == .reported || filter.view == .open
        else {
            return ""
        }
        return """
            <p class="notice">\(words.restHint) <a href="\(Address.queue(QueueFilter(.held)))">\(words.view(.held))</a></p>

            """
    }

    /// The buttons that lead to a decision on many cases.
    private func bulk(_ context: SiteContext) -> HTML {
        guard !entries.elements.isEmpty else { return "" }
        let words = context.words.bulk
        return """
            <form method="post" action="\(Address.bulkPreview)" id="bulk" class="buttons bulk">\(WayBack.queue(filter).hidden)\
            <button class="quiet" name="all" value="no">\(words.decideSelected)</button>
            <button class="quiet" name="all" value="yes">\(words.decideAll(total))</button>
            <span class="hint keys-hint" hidden>\(words.keys)</span>
            </form>

            """
    }

    private func more(_ words: QueueWords) -> HTML {
        guard let next = entries.next ?? unread.next else { return "" }
        let label = filter.view == .unread ? words.moreUnread : words.more
        return "<p class=\"more\"><a href=\"\(Address.queue(filter, after: next))\">\(label)</a></p>\n"
    }
}
