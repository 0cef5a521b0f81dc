import Markup
import Newsroom

/// Facts about the name under which the comment of a case was written.
struct AuthorSection {
    let context: SiteContext
    let deskCase: Case
    let record: CommenterRecord

    private var words: CaseWords { context.words.cases }

    /// `others` is the list of other comments under the name.
    func html(others: HTML) -> HTML {
        """
        <section class="case-part" aria-labelledby="commenter">
        <h2 id="commenter">\(words.commenter)</h2>
        <p class="case-facts">\(context.masked("<bdi>\(context.name(of: deskCase.comment))</bdi>"))\
        \(context.deskMark, if: deskCase.comment.isByDesk)\(counts)</p>
        <p class="case-facts">\(neighbors)</p>
        \(others)</section>

        """
    }

    private var counts: HTML {
        guard let since = record.since else { return "" }
        let count = words.comments(record.count, record.count >= CommenterRecord.mostCounted)
        return " · \(words.since(context.day(since))) · \(count) · \(removed)"
    }

    private var removed: HTML {
        let total = record.removed.values.reduce(0, +)
        guard total > 0 else { return "\(words.noneRemoved)" }
        let rules = record.removed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { clause, count in
            "\(context.title(ofClause: clause)) \(count.grouped)"
        }
        return "<strong>\(words.removed(total))</strong> (\(rules.joined(separator: ", ")))"
    }

    private var neighbors: HTML {
        guard !record.neighbors.isEmpty else { return "\(words.noNeighbors)" }
        let names = record.neighbors.map { "\(context.masked("<bdi>\($0.name)</bdi>")) (\($0.count.grouped))" as HTML }
        let further = record.furtherNeighbors
        let more: HTML = ", \(words.furtherNeighbors(further))"
        return "\(words.neighbors) \(names.joined(separator: ", "))\(more, if: further > 0)"
    }
}
