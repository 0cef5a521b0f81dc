import Foundation
package import Markup
package import Newsroom

/// The outcome of a report, for anyone who has its address.
package struct ReceiptPage: Sendable {
    package let receipt: ReportReceipt

    package init(receipt: ReportReceipt) { self.receipt = receipt }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.reports
        return ReceiptLayout(
            context: context, title: words.receiptTitle, state: state(context), facts: facts(context),
            keep: decidedAt == nil ? words.keep : nil
        ).html()
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
            \(Fact(words.story, link).html())\
            \(Fact(words.reported, context.commentTime(report.createdAt)).html())\
            \(decidedAt.map { Fact(words.decided, context.commentTime($0)).html() })\
            \(Fact(words.rule, "\(rule)").html())\
            \(report.text.map { Fact(words.yourNote, "<bdi class=\"typed\">\($0)</bdi>").html() })
            """
    }
}
