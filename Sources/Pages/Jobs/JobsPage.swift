package import Markup
package import Newsroom

/// The jobs that are not done, with buttons to retry and to drop each.
package struct JobsPage: Sendable {
    package let staff: Staff
    package let jobs: [Job]
    package let counts: JobCounts
    /// How many failed jobs, and how many others, the list shows at most.
    package let limit: Int

    package init(staff: Staff, jobs: [Job], counts: JobCounts, limit: Int) {
        self.staff = staff
        self.jobs = jobs
        self.counts = counts
        self.limit = limit
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.jobs
        let layout = Layout(
            context: context, title: words.title, kind: "jobs-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.title)</h1>
            <p class="meta">\(words.note)</p>
            \(summary(words), if: !jobs.isEmpty)\
            </header>
            \(jobs.isEmpty ? "<p class=\"none\">\(words.none)</p>\n" : table(context))
            """)
    }

    private func summary(_ words: JobWords) -> HTML {
        let isCut = max(counts.failed, counts.open) > limit
        return "<p class=\"meta\">\(words.counts(counts))\(". \(words.more(limit))", if: isCut)</p>\n"
    }

    private func table(_ context: SiteContext) -> HTML {
        let words = context.words.jobs
        let heads = [words.number, words.job, words.state, words.actions, words.time, words.attempts, words.error]
        return """
            <div class="table" role="region" aria-label="\(words.title)" tabindex="0">
            <table>
            <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" as HTML }.joined())</tr></thead>
            <tbody>
            \(jobs.map { row($0, context) })</tbody>
            </table>
            </div>

            """
    }

    private func row(_ job: Job, _ context: SiteContext) -> HTML {
        let words = context.words.jobs
        let name = [job.kind.map(words.kindName) ?? job.kindName, job.subject].joined(separator: " ")
        return """
            <tr><td>\(job.id.number)</td><td>\(name)</td>\
            <td>\(words.stateName(job.state))</td>\
            <td>\(button(words.retry, Address.retry(job.id), job, words), if: job.state != .running)\
            \(button(words.drop, Address.drop(job.id), job, words))</td>\
            <td>\(context.commentTime(job.dueAt))</td><td>\(job.attempts)</td>\
            <td dir="auto">\(job.failure.map(context.words.refusals.failure) ?? "")</td></tr>

            """
    }

    private func button(_ label: String, _ action: SafeURL, _ job: Job, _ words: JobWords) -> HTML {
        """
        <form method="post" action="\(action)"><button class="plain">\(label)\
        <span class="unseen"> \(words.subject(Int(job.id.number)))</span></button></form> 
        """
    }
}
