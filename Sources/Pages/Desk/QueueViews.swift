import Markup
import Newsroom

/// The views of the queue with their counts, and those that the member of staff has saved.
struct QueueViews {
    let counts: QueueCounts
    let saved: [SavedView]
    /// The view on the page; `nil` if the page shows none.
    var filter: QueueFilter?

    func html(_ words: QueueWords) -> HTML {
        let current = filter?.withSkipped
        let isSaved = saved.contains { $0.filter == current }
        let views = QueueFilter.View.allCases.map { view -> HTML in
            let isCut = view == .unread && counts.unread >= UnreadComment.mostCounted
            let count = isCut ? words.atLeast(counts.unread) : counts[view].grouped
            return item(
                QueueFilter(view), isCurrent: view == current?.view && !isSaved,
                "\(words.view(view)) <span class=\"count\">\(count)</span>")
        }
        let own = saved.map { item($0.filter, isCurrent: $0.filter == current, "<bdi>\($0.name)</bdi>") }
        return "<nav class=\"views\" aria-label=\"\(words.views)\">\n<ul>\n\(views)\(own)</ul>\n</nav>\n"
    }

    private func item(_ filter: QueueFilter, isCurrent: Bool, _ label: HTML) -> HTML {
        let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
        return "<li><a href=\"\(Address.queue(filter))\"\(current)>\(label)</a></li>\n"
    }
}

/// How much a view has, and the button that takes the first of it.
struct QueueStart {
    let filter: QueueFilter
    let total: Int

    func html(_ words: QueueWords) -> HTML {
        let isUnread = filter.view == .unread
        let button: HTML = """
            <form method="post" action="\(Address.nextCase)" class="start">\(WayBack.queue(filter).hidden)\
            <button>\(isUnread ? words.startUnread : words.start)</button></form>

            """
        let count = isUnread ? words.countUnread(total) : words.count(total)
        return "<div class=\"queue-head\"><p>\(count)</p>\n\(button, if: total > 0)</div>\n"
    }
}
