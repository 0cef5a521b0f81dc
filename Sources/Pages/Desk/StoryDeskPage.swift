package import Markup
package import Newsroom

/// A story as the desk sees it: the state of its discussion, and the usage terms of its pictures.
package struct StoryDeskPage: Sendable {
    package let staff: Staff
    package let story: Story
    package let gallery: Gallery
    package let state: DiscussionState
    /// The last decision of an editor on this discussion.
    package let decision: DiscussionDecision?
    /// A refused decision.
    package let typed: TypedDecision?
    /// A refused withdrawal, or a refused way back.
    package var withdrawing: TypedDecision?
    package var reversed: [ReversedWithdrawal] = []
    /// Whether the story may become a draft again.
    package var mayUnpublish = false
    package var agencyVersion: AgencyVersionNotice?
    /// The draft that it has become.
    package var draft: Draft.ID?

    package init(
        staff: Staff, story: Story, gallery: Gallery, state: DiscussionState, decision: DiscussionDecision?,
        typed: TypedDecision? = nil
    ) {
        self.staff = staff
        self.story = story
        self.gallery = gallery
        self.state = state
        self.decision = decision
        self.typed = typed
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.desk
        let languageMarkup = context.languageMarkup(story.language)
        let headline = languageMarkup.typeset(story.current.headline)
        let layout = Layout(
            context: context, title: headline, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1><a href="\(Address.story(story.reference))"\(languageMarkup.attributes)>\(headline)</a></h1>
            \(versions(context), if: story.withdrawal == nil)</header>
            \(agencyVersion?.html(in: context))\
            \(discussion(context), if: story.withdrawal == nil)\
            <section aria-labelledby="pictures">
            <h2 id="pictures">\(words.pictures)</h2>
            \(pictures(context, languageMarkup))</section>
            \(WithdrawalSection(page: self, context: context).html())<p class="meta"><a href="\(Address.desk)">\(words.back)</a></p>

            """)
    }

    private func versions(_ context: SiteContext) -> HTML {
        """
        <p class="meta"><a href="\(Address.versions(story.reference))">\(context.words.versions.heading)</a></p>
        \(live(context), if: staff.may(.publish))\(revision(context), if: staff.may(.publish))
        """
    }

    private func live(_ context: SiteContext) -> HTML {
        "<p class=\"meta\"><a href=\"\(Address.deskLive(story.id))\">\(context.words.coverage.page)</a></p>\n"
    }

    private func discussion(_ context: SiteContext) -> HTML {
        """
        <section aria-labelledby="discussion">
        <h2 id="discussion">\(context.words.desk.discussion)</h2>
        <p>\(sentence(context))</p>
        \(decision.map { DecisionForm.record($0, in: context) })\(form(context))</section>

        """
    }

    /// The button that opens a draft with the current version.
    private func revision(_ context: SiteContext) -> HTML {
        """
        <form method="post" action="\(Address.revise(story.id))">\
        <button>\(context.words.drafts.revise)</button></form>

        """
    }

    private func sentence(_ context: SiteContext) -> String {
        switch state {
        case .open(let end): end.map { context.words.desk.isOpenUntil(context.day($0)) } ?? context.words.desk.isOpen
        case .closed(let cause, let since): context.closedSentence(cause, since: since)
        }
    }

    /// The form that closes or opens the discussion. While all discussions of the site are closed, no single
    /// one can be opened.
    private func form(_ context: SiteContext) -> HTML {
        if case .closed(.byHouse, _) = state {
            return "\(typed?.refusal.note(in: context))\(KeptText(context: context, text: typed?.reason).html())"
        }
        guard staff.may(.publish) else { return "" }
        let words = context.words.desk
        return DecisionForm(
            context: context, action: Address.discussion(story.id), kind: state.isOpen ? .close : .open,
            button: state.isOpen ? words.close : words.open, typed: typed
        ).html()
    }

    private func pictures(_ context: SiteContext, _ languageMarkup: LanguageMarkup) -> HTML {
        let words = context.words.desk
        guard !gallery.isEmpty else { return "<p class=\"none\">\(words.noPictures)</p>\n" }
        let items = gallery.pictures.enumerated().map { index, picture -> HTML in
            let place = context.words.pictures.unnamed(index + 1, gallery.count)
            return """
                <li><a href="\(Address.picture(story.reference, index + 1))">\(place)</a>
                <p dir="auto">\(languageMarkup.typeset(picture.caption))</p>
                <p class="case-facts">\(context.words.pictures.credit) \
                <bdi>\(picture.provenance.credit.map(languageMarkup.typeset) ?? "–")</bdi></p>
                <p class="case-facts">\(words.inText) <code>![](picture:\(picture.id.number))</code></p>
                <p class="terms">\(context.words.pictures.usageTerms) \
                <bdi>\(picture.provenance.usageTerms ?? words.noTerms)</bdi></p></li>

                """
        }
        return "<ol class=\"desk-pictures\">\n\(items)</ol>\n"
    }
}
