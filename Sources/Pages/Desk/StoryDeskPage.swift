package import Markup
package import Newsroom

/// A story as the desk sees it: its discussion, and what may be done with its pictures.
package struct StoryDeskPage: Sendable {
    package let staff: Staff
    package let story: Story
    package let gallery: Gallery
    package let state: DiscussionState
    /// What an editor decided last about this discussion.
    package let decision: DiscussionDecision?
    /// A decision that was refused.
    package let typed: TypedDecision?

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

    package func html(in edition: Edition) -> HTML {
        let words = edition.words.desk
        let attributes = edition.tongue(story.language).attributes
        let layout = Layout(
            edition: edition, title: story.current.headline, kind: "desk-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1><a href="\(Address.story(story.reference))"\(attributes)>\(story.current.headline)</a></h1>
            <p class="meta"><a href="\(Address.versions(story.reference))">\(edition.words.versions.heading)</a></p>
            </header>
            <section aria-labelledby="discussion">
            <h2 id="discussion">\(words.discussion)</h2>
            <p>\(sentence(edition))</p>
            \(decision.map { DecisionForm.record($0, in: edition) })\(form(edition))</section>
            <section aria-labelledby="pictures">
            <h2 id="pictures">\(words.pictures)</h2>
            \(pictures(edition))</section>
            <p class="meta"><a href="\(Address.desk)">\(words.back)</a></p>

            """)
    }

    private func sentence(_ edition: Edition) -> String {
        switch state {
        case .open(let end): end.map { edition.words.desk.isOpenUntil(edition.day($0)) } ?? edition.words.desk.isOpen
        case .closed(let cause, let since): edition.closedSentence(cause, since: since)
        }
    }

    /// What the whole house has closed no story can open.
    private func form(_ edition: Edition) -> HTML {
        if case .closed(.byHouse, _) = state {
            return "\(typed?.refusal.note(in: edition))\(KeptText(edition: edition, text: typed?.reason).html())"
        }
        guard staff.may(.publish) else { return "" }
        let words = edition.words.desk
        return DecisionForm(
            edition: edition, action: Address.discussion(story.id), kind: state.isOpen ? .close : .open,
            button: state.isOpen ? words.close : words.open, typed: typed
        ).html()
    }

    private func pictures(_ edition: Edition) -> HTML {
        let words = edition.words.desk
        guard !gallery.isEmpty else { return "<p class=\"none\">\(words.noPictures)</p>\n" }
        let items = gallery.pictures.enumerated().map { index, picture -> HTML in
            let place = edition.words.pictures.unnamed(index + 1, gallery.count)
            return """
                <li><a href="\(Address.picture(story.reference, index + 1))">\(place)</a>
                <p dir="auto">\(picture.caption)</p>
                <p class="case-facts">\(edition.words.pictures.credit) <bdi>\(picture.provenance.credit ?? "–")</bdi></p>
                <p class="terms">\(edition.words.pictures.usageTerms) \
                <bdi>\(picture.provenance.usageTerms ?? words.noTerms)</bdi></p></li>

                """
        }
        return "<ol class=\"desk-pictures\">\n\(items)</ol>\n"
    }
}
