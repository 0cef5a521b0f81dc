import Foundation
import Markup
import Newsroom

/// A case in the list of the queue: the beginning of its comment, its story, and why it ranks where it does.
struct QueueRow {
    let entry: QueueEntry
    let filter: QueueFilter
    let now: Date
    /// Whether the row has a box that selects its case.
    var isSelectable = false

    func html(in context: SiteContext) -> HTML {
        let words = context.words.queue
        let languageMarkup = context.languageMarkup(entry.story.language)
        let open = words.openAt(entry.claim?.name ?? "")
        return """
            <li>
            <p class="who">\(box(context), if: isSelectable)<strong>\(context.masked("<bdi>\(context.name(of: entry.comment))</bdi>"))</strong>\
            \(context.deskMark, if: entry.comment.isByDesk) \(badges(context))\
            \("<span class=\"badge claimed\">\(open)</span>", if: entry.claim != nil)</p>
            <p class="excerpt" dir="auto">\(context.masked(excerpt))</p>
            <p class="meta">\(context.words.desk.on) <bdi\(languageMarkup.attributes)>\
            \(languageMarkup.typeset(entry.story.headline))</bdi> · \(rank(words))</p>
            </li>

            """
    }

    private func box(_ context: SiteContext) -> HTML {
        """
        <label><input type="checkbox" name="case" value="\(entry.id.description)" form="bulk" \
        aria-label="\(context.words.bulk.select(context.name(of: entry.comment)))"></label>
        """
    }

    private var excerpt: HTML {
        """
        <a href="\(Address.deskCase(entry.id, in: filter))">\(Markdown.excerpt(ofComment: entry.comment.text, limit: 180))</a>
        """
    }

    private func badges(_ context: SiteContext) -> HTML {
        let words = context.words.desk
        let held: HTML = "<span class=\"badge\">\(words.held)</span> "
        let reported: HTML = "<span class=\"badge\">\(words.reported(entry.reportCount, entry.reportCount))</span> "
        let asked: HTML = "<span class=\"badge\">\(context.words.deletion.isAsked)</span> "
        return """
            \(held, if: entry.comment.state == .held)\(reported, if: entry.reportCount > 0)\(asked, if: entry.isAsked)
            """
    }

    private func rank(_ words: QueueWords) -> HTML {
        let urgency = entry.urgency
        let minutes = Int(max(now.timeIntervalSince(urgency.rank), 0) / 60)
        let because = words.because(
            urgency.isHeld ? Urgency.heldMinutes : 0, urgency.isAsked ? Urgency.askedMinutes : 0, urgency.reportMinutes,
            urgency.audienceMinutes)
        return "\(words.priority(words.waited(minutes), because))"
    }
}
