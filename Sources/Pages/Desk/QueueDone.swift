import Markup
package import Newsroom

/// The last act of a moderator, which the next page names and can undo.
package struct QueueDone: Sendable, Hashable {
    package enum Deed: Sendable, Hashable {
        case ruling(Ruling)
        case act(CaseAct)
        /// A reply by the desk.
        case reply(Comment, on: StoryReference)
        /// A decision was undone.
        case undoing
    }

    package let deed: Deed

    package init(_ deed: Deed) { self.deed = deed }

    /// The comment that it is about; `nil` if something was undone.
    var comment: Comment.ID? {
        switch deed {
        case .ruling(let ruling): ruling.comment
        case .act(let act): act.comment
        case .reply(let reply, _): reply.parent
        case .undoing: nil
        }
    }

    /// The line with the button that undoes it.
    func html(in context: SiteContext, _ way: WayBack) -> HTML {
        """
        <div class="notice queue-done" role="status"><p>\(sentence(context))\(link(context.words.cases))</p>\
        \(undo(context.words.queue, way))</div>

        """
    }

    private func link(_ words: CaseWords) -> HTML {
        guard case .reply(let reply, let story) = deed else { return "" }
        return " <a href=\"\(Address.comment(story, reply.id).fragment("comment-\(reply.id)"))\">\(words.seeReply)</a>"
    }

    private func sentence(_ context: SiteContext) -> String {
        let words = context.words.queue
        return switch deed {
        case .ruling(let ruling) where ruling.isOnRequest: context.words.deletion.doneOnRequest
        case .ruling(let ruling): words.done(ruling.outcome, ruling.clause.map { context.title(ofClause: $0) })
        case .act(let act): words.acted(act.kind)
        case .reply: context.words.cases.replied
        case .undoing: words.undone
        }
    }

    private func undo(_ words: QueueWords, _ way: WayBack) -> HTML {
        let address: SafeURL
        switch deed {
        case .ruling(let ruling) where ruling.undoneAt == nil && !ruling.isOnRequest: address = Address.undo(ruling.id)
        case .act(let act) where act.undoneAt == nil: address = Address.undo(act.id)
        default: return ""
        }
        return """
            <form method="post" action="\(address)" data-act="undo">\(way.hidden)\
            <button class="plain">\(words.undo)</button></form>
            """
    }
}
