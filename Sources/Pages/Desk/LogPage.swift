package import Markup
package import Newsroom

/// The desk's log, newest first.
package struct LogPage: Sendable {
    package let staff: Staff
    package let entries: [LogEntry]

    package init(staff: Staff, entries: [LogEntry]) {
        self.staff = staff
        self.entries = entries
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.desk
        let layout = Layout(
            context: context, title: words.logTitle, kind: "log-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.logTitle)</h1>
            <p class="meta">\(words.logNote)</p>
            </header>
            <div class="table" role="region" aria-label="\(words.logTitle)" tabindex="0">
            <table>
            <thead><tr>\(heads(words))</tr></thead>
            <tbody>
            \(entries.map { row($0, context) })</tbody>
            </table>
            </div>
            \(older(words))
            """)
    }

    private func heads(_ words: DeskWords) -> HTML {
        [words.number, words.at, words.actor, words.action, words.subject, words.detail, words.hash]
            .map { "<th scope=\"col\">\($0)</th>" as HTML }.joined()
    }

    private func row(_ entry: LogEntry, _ context: SiteContext) -> HTML {
        """
        <tr><td>\(entry.number)</td><td>\(context.commentTime(entry.at))</td><td><bdi>\(entry.actor)</bdi></td>\
        <td>\(entry.action)</td><td>\(entry.subject)</td><td dir="auto">\(entry.detail)</td>\
        <td><code title="\(entry.hash)">\(entry.hash.prefix(12))</code></td></tr>

        """
    }

    /// The link to older entries. Entries are numbered from 1 without gaps, so the last number on the page
    /// shows whether there are older entries.
    private func older(_ words: DeskWords) -> HTML {
        guard let last = entries.last, last.number > 1 else { return "" }
        return """
            <p class="next-page"><a href="\(Address.log(before: last.number))" rel="next">\(words.older)</a></p>

            """
    }
}
