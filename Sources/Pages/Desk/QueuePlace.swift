import Markup
package import Newsroom

/// The place in the queue from which a moderator goes on, as hidden fields of a form.
struct QueuePlace {
    let filter: QueueFilter
    /// The case that the moderator has open.
    var current: Case.ID?

    var fields: HTML {
        var fields = filter.fields
        if let current { fields.append(("current", current.description)) }
        return fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML }.joined()
    }
}

/// The last decision of a moderator, which the next page of the queue names and can undo.
package struct QueueDone: Sendable, Hashable {
    package enum Deed: Sendable, Hashable {
        case ruling(Ruling)
        case act(CaseAct)
        /// A decision was undone.
        case undoing
    }

    package let deed: Deed

    package init(_ deed: Deed) { self.deed = deed }

    /// The line with the button that undoes it.
    func html(in context: SiteContext, _ filter: QueueFilter) -> HTML {
        """
        <div class="notice queue-done" role="status"><p>\(sentence(context))</p>\(undo(context.words.queue, filter))</div>

        """
    }

    private func sentence(_ context: SiteContext) -> String {
        let words = context.words.queue
        return switch deed {
        case .ruling(let ruling): words.done(ruling.outcome, ruling.clause.map { context.title(ofClause: $0) })
        case .act(let act): words.acted(act.kind)
        case .undoing: words.undone
        }
    }

    private func undo(_ words: QueueWords, _ filter: QueueFilter) -> HTML {
        let address: SafeURL
        switch deed {
        case .ruling(let ruling) where ruling.undoneAt == nil: address = Address.undo(ruling.id)
        case .act(let act) where act.undoneAt == nil: address = Address.undo(act.id)
        default: return ""
        }
        return """
            <form method="post" action="\(address)" data-act="undo">\(QueuePlace(filter: filter).fields)\
            <button class="plain">\(words.undo)</button></form>
            """
    }
}
