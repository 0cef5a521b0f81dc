package import Foundation
package import Markup
package import Newsroom

/// The last look before a story is published or scheduled: its problems, and the time at which it appears.
package struct PublishPage: Sendable {
    package let staff: Staff
    package let draft: Draft
    package let problems: [PublicationProblem]
    package let isBlocked: Bool
    package let appearsAt: Date?

    package init(
        staff: Staff, draft: Draft, problems: [PublicationProblem], isBlocked: Bool, appearsAt: Date?
    ) {
        self.staff = staff
        self.draft = draft
        self.problems = problems
        self.isBlocked = isBlocked
        self.appearsAt = appearsAt
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        let layout = Layout(
            context: context, title: words.checkTitle, kind: "draft-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.checkTitle)</h1>
            <p class="meta"><bdi>\(draft.content.headline)</bdi></p>
            </header>
            \(act(words), if: draft.story != nil)\
            \(problemList(words))\(time(context))\(confirmation(words), if: !isBlocked)\
            <p class="meta"><a href="\(Address.draft(draft.id))">\(words.backToDraft)</a></p>

            """)
    }

    /// The kind of change, and the note that readers get.
    private func act(_ words: DraftWords) -> HTML {
        let content = draft.content
        let note = Fact(words.correctionNote, "<span class=\"typed\" dir=\"auto\">\(content.correction)</span>").html()
        return """
            <dl class="facts">
            \(Fact(words.act, "\(words.actName(content.act))").html())\(note, if: content.act.isCorrection)</dl>

            """
    }

    private func problemList(_ words: DraftWords) -> HTML {
        guard !problems.isEmpty else { return "" }
        let items = problems.map { problem -> HTML in
            "<li><a href=\"\(address(of: problem))\">\(words.problem(problem))</a></li>\n"
        }
        return """
            <p>\(isBlocked ? words.blocked : words.warnings)</p>
            <ul class="problems">
            \(items)</ul>

            """
    }

    /// The place where a problem is solved: the page of a picture, or a field of the draft.
    private func address(of problem: PublicationProblem) -> SafeURL {
        switch problem.check {
        case .pictureWithoutDescription, .pictureWithoutCaption, .pictureWithoutCredit, .pictureTerms:
            if let id = Picture.ID(path: String(problem.detail.prefix { $0 != ":" })) {
                return Address.libraryPicture(id)
            }
        default: break
        }
        return Address.draft(draft.id).fragment(problem.field)
    }

    private func time(_ context: SiteContext) -> HTML {
        guard let appearsAt else { return "" }
        let words = context.words.drafts
        let utc = HouseTime.machineReadable(appearsAt)
        return """
            <p>\(words.appearsAt) <strong>\(context.storyTime(appearsAt))</strong> \
            \(words.appearsAtUTC("\(utc.prefix(10)) \(utc.dropFirst(11).prefix(5))")).</p>

            """
    }

    private func confirmation(_ words: DraftWords) -> HTML {
        """
        <form method="post" action="\(Address.draft(draft.id, "confirm"))">
        <input type="hidden" name="revision" value="\(draft.stamp.revision)">
        <input type="hidden" name="lease" value="\(draft.stamp.lease)">
        <input type="hidden" name="appears-at" value="\(appearsAt.map { "\($0.milliseconds)" } ?? "")">
        <button>\(appearsAt == nil ? words.publishAnyway : words.schedule)</button>
        </form>

        """
    }
}
