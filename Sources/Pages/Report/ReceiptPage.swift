import Foundation
package import Markup
package import Newsroom

/// The outcome of a report, for anyone who has its address.
package struct ReceiptPage: Sendable {
    package let receipt: ReportReceipt

    package init(receipt: ReportReceipt) { self.receipt = receipt }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.reports
        let layout = Layout(
            context: context, title: words.receiptTitle, kind: "form-page", isIndexed: false, showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.receiptTitle)</h1>
            </header>
            <p class="standfirst">\(state(context))</p>
            <dl class="facts">
            \(facts(context))</dl>
            \("<p class=\"closed\">\(words.keep)</p>\n", if: decidedAt == nil)
            """)
    }

    private func state(_ context: SiteContext) -> String {
        switch receipt.outcome {
        case .waiting: context.words.reports.waiting
        case .upheld: context.words.reports.upheld
        case .dismissed: context.words.reports.dismissed
        case .removedByAuthor: context.words.deletion.receipt
        }
    }

    private var decidedAt: Date? {
        switch receipt.outcome {
        case .waiting: nil
        case .upheld(let at), .dismissed(let at), .removedByAuthor(let at): at
        }
    }

    private func facts(_ context: SiteContext) -> HTML {
        let words = context.words.reports
        let report = receipt.report
        let languageMarkup = context.languageMarkup(receipt.story.language)
        let link: HTML = """
            <a href="\(Address.comment(receipt.story, report.comment))"\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(receipt.story.headline))</a>
            """
        let rule = context.title(ofClause: report.clause)
        return """
            \(fact(words.story, link))\
            \(fact(words.reported, context.commentTime(report.createdAt)))\
            \(decidedAt.map { fact(words.decided, context.commentTime($0)) })\
            \(fact(words.rule, "\(rule)"))\
            \(report.text.map { fact(words.yourNote, "<bdi class=\"typed\">\($0)</bdi>") })
            """
    }

    private func fact(_ name: String, _ value: HTML) -> HTML {
        "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
    }
}
