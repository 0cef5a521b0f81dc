import Markup
package import Newsroom

/// The controls beside comments for staff who moderate. They are written when a page is filled for them, so the shared
/// page has none of them.
package struct StaffControls: Sendable {
    private let context: SiteContext
    private let way: WayBack
    /// The decision that this visitor has just made on a comment of the page.
    private let done: QueueDone?
    private let button: Template

    /// `place` is the page, to which a decision leads back.
    package init(context: SiteContext, place: StoryPlace, done: QueueDone? = nil) {
        self.context = context
        self.done = done
        way = .story(place)
        button = """
             <form method="post" action="\(Address.deskComments)/\(.number)/case">\
            <input type="hidden" name="back" value="\(place.description)">\
            <button class="plain" aria-describedby="by-\(.number)">\(context.words.discussion.ruleOn)</button></form>
            """
    }

    /// The button that opens the case of a published comment.
    func button(on comment: Comment.ID) -> HTML {
        var out = HTML()
        out.fill(button) { _, out in out.write(comment.number) }
        out.append(outcome(on: comment))
        return out
    }

    /// The link to the case of a comment that readers do not see.
    func link(toCaseOf comment: Comment.ID) -> HTML {
        let words = context.words.discussion.openCase(Int(comment.number))
        return """
            \(outcome(on: comment))<p class="own"><a href="\(Address.caseOfComment(comment, back: way))">\(words)</a></p>

            """
    }

    private func outcome(on comment: Comment.ID) -> HTML {
        guard let done, done.comment == comment else { return "" }
        return done.html(in: context, way)
    }
}
