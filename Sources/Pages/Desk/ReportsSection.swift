import Markup
import Newsroom

/// The reports of a case, each with the reporter's record.
struct ReportsSection {
    let context: SiteContext
    let deskCase: Case
    let reporters: [Report.ID: ReporterRecord]

    func html() -> HTML {
        guard !deskCase.reports.isEmpty else { return "" }
        let items = deskCase.reports.map { report -> HTML in
            let note = report.text.map { context.masked(" <q class=\"typed\" dir=\"auto\">\($0)</q>") }
            return """
                <li><strong>\(context.title(ofClause: report.clause))</strong>\(note) \
                \(context.commentTime(report.createdAt)) <span class="record">\(record(of: report))</span></li>

                """
        }
        return "<ul class=\"reports\" aria-label=\"\(context.words.desk.reports)\">\n\(items)</ul>\n"
    }

    private func record(of report: Report) -> HTML {
        let words = context.words.cases
        guard let record = reporters[report.id], record.upheld + record.dismissed > 0 else {
            return "· \(words.noRecord)"
        }
        return "· \(words.record(record))"
    }
}
