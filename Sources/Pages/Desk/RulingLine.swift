import Markup
import Newsroom

/// One line for a past ruling, with the form that undoes it.
struct RulingLine {
    let context: SiteContext
    let ruling: Ruling
    var way = WayBack.desk

    private var words: RulingWords { context.words.rulings }

    func html() -> HTML {
        let summary = words.summary(ruling.comment.description, words.outcome(ruling.outcome), ruling.staffName)
        let clause = ruling.clause.map { " · <span class=\"clause\">\(context.title(ofClause: $0))</span>" as HTML }
        let request: HTML = " · \(context.words.deletion.onRequest)"
        let bulk = ruling.bulk.map { id -> HTML in
            " · <a href=\"\(Address.bulk(id, in: QueueFilter()))\">\(context.words.bulk.decision(Int(id.number)))</a>"
        }
        let sentence = ruling.sentence.map { " · <q class=\"typed\" dir=\"auto\">\($0)</q>" as HTML }
        return """
            <a href="\(Address.deskCase(ruling.caseID))">\(summary)</a>\(clause)\(request, if: ruling.isOnRequest)\(bulk)\(sentence) · \
            \(context.commentTime(ruling.createdAt)) \(undoing)
            """
    }

    private var undoing: HTML {
        if let undoneAt = ruling.undoneAt {
            return "<span class=\"undone\">\(words.undone) \(context.commentTime(undoneAt))</span>"
        }
        guard !ruling.isOnRequest else { return "" }
        guard !ruling.isFinal else { return "<span class=\"undone\">\(context.words.deletion.deletedSince)</span>" }
        return """
            <form method="post" action="\(Address.undo(ruling.id))">\(way.hidden)\
            <button class="plain">\(words.undo) \
            <span class="unseen">\(words.undoneRuling(Int(ruling.comment.number)))</span></button></form>
            """
    }
}
