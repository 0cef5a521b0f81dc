package import Foundation
package import Markup
package import Newsroom

/// A decision on many cases: while it waits for a second person, and after it was carried out or undone.
package struct BulkResultPage: Sendable {
    package let staff: Staff
    package let filter: QueueFilter
    package let bulk: BulkRuling
    package let result: BulkResult
    /// The cases of a waiting decision that are still as its moderator saw them.
    package let entries: [QueueEntry]
    package let now: Date

    package init(
        staff: Staff, filter: QueueFilter, bulk: BulkRuling, result: BulkResult, entries: [QueueEntry], now: Date
    ) {
        self.staff = staff
        self.filter = filter
        self.bulk = bulk
        self.result = result
        self.entries = entries
        self.now = now
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.bulk
        let title = words.decision(Int(bulk.id.number))
        let layout = Layout(
            context: context, title: title, kind: "desk-page queue-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        let note = bulk.sentence.map { "<p><q class=\"typed\" dir=\"auto\">\($0)</q></p>\n" as HTML }
        return layout.html(
            """
            <header class="page-head">
            <h1>\(title)</h1>
            <p class="meta">\(context.commentTime(bulk.createdAt))</p>
            </header>
            <div class="notice" role="status">\(sentences(context))</div>
            \(note)\(buttons(words))\(list(context))\
            <p class="meta leaving"><a href="\(Address.queue(filter))">\(words.back)</a></p>

            """)
    }

    private func sentences(_ context: SiteContext) -> HTML {
        let words = context.words.bulk
        let clause = bulk.clause.map { context.title(ofClause: $0) }
        switch bulk.state {
        case .waiting:
            let isOwn = bulk.staff == staff.id
            let changed = bulk.cases.count - entries.count
            let left: HTML = "\(words.changed(changed))"
            return """
                <p>\(words.proposed(bulk.staffName, bulk.outcome, clause, bulk.cases.count)) \
                \(isOwn ? words.mayDiscard : words.mayConfirm) \(left, if: changed > 0)</p>
                """
        case .discarded: return "<p>\(words.discarded)</p>"
        case .done: return done(context, clause)
        case .undone: return "<p>\(words.undone(result.undone, result.decided))</p>"
        }
    }

    private func done(_ context: SiteContext, _ clause: String?) -> HTML {
        let words = context.words.bulk
        let links = result.leftOut.map { id -> HTML in
            "<a href=\"\(Address.deskCase(id))\">\(context.words.desk.caseTitle(Int(id.number)))</a>"
        }
        let leftOut: HTML = "<p>\(words.leftOut(links.count)) \(links.joined(separator: ", "))</p>"
        let second = bulk.confirmedBy.map { " \(words.confirmedBy($0))" }
        return """
            <p>\(words.decided(bulk.staffName, bulk.outcome, clause, result.decided))\(second ?? "")</p>
            \(leftOut, if: !links.isEmpty)
            """
    }

    private func buttons(_ words: BulkWords) -> HTML {
        let place = WayBack.queue(filter).hidden
        let confirm: HTML = """
            <form method="post" action="\(Address.confirm(bulk.id))">\(place)<button>\(words.confirm)</button></form>

            """
        func button(_ label: String, _ address: SafeURL) -> HTML {
            """
            <form method="post" action="\(address)">\(place)<button class="quiet">\(label)</button></form>

            """
        }
        return switch bulk.state {
        case .waiting:
            "<div class=\"buttons\">\n\(confirm, if: bulk.staff != staff.id)\(button(words.discard, Address.discard(bulk.id)))</div>\n"
        case .done where result.decided > result.undone:
            "<div class=\"buttons\">\n\(button(words.undo(result.decided - result.undone), Address.undo(bulk.id)))</div>\n"
        case .done, .undone, .discarded: ""
        }
    }

    private func list(_ context: SiteContext) -> HTML {
        guard bulk.state == .waiting else { return "" }
        return BulkList(context: context, entries: entries, filter: filter, now: now).html()
    }
}
