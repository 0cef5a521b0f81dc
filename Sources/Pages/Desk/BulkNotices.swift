import Markup
import Newsroom

/// Lines about decisions on many cases that wait for a colleague's confirmation.
struct BulkNotices {
    let waiting: [BulkRuling]
    var filter = QueueFilter()

    func html(in context: SiteContext) -> HTML {
        waiting.map { bulk -> HTML in
            let line = context.words.bulk.waits(bulk.cases.count)
            return "<p class=\"notice\"><a href=\"\(Address.bulk(bulk.id, in: filter))\">\(line)</a></p>\n"
        }.joined()
    }
}
