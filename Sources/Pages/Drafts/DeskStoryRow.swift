import Markup
import Newsroom

/// One line of the desk's list of stories.
struct DeskStoryRow {
    let story: DeskStory
    let staff: Staff

    func html(in context: SiteContext) -> HTML {
        switch story {
        case .draft(let draft): self.draft(draft, context)
        case .published(let story): published(story, context)
        case .withdrawn(let withdrawn): self.withdrawn(withdrawn, context)
        case .embargoed(let item): embargoed(item, context)
        case .proposed(let item): proposed(item, context)
        }
    }

    private func draft(_ draft: DraftSummary, _ context: SiteContext) -> HTML {
        let words = context.words.drafts
        let appears: HTML? = draft.appearsAt.map { " · \(words.scheduledFor) \(context.storyTime($0))" }
        let changes: HTML = " · \(words.ofPublished)"
        let notes: HTML? = draft.openNotes == 0 ? nil : " · \(context.words.notes.open(draft.openNotes))"
        return row(
            Address.draft(draft.id), draft.headline.isEmpty ? "\(words.untitled)" : "\(draft.headline)",
            """
            \(words.stateName(draft.state))\(changes, if: draft.story != nil) · <bdi>\(draft.author.name)</bdi> · \
            \(context.commentTime(draft.updatedAt))\(appears)\(notes)
            """)
    }

    private func published(_ story: StorySummary, _ context: SiteContext) -> HTML {
        let reference = StoryReference(
            id: story.id, slug: story.slug, headline: story.headline.sent, language: story.language)
        return row(
            Address.story(reference), headline(story, context),
            "\(byline(story, context))\(context.commentTime(story.publishedAt))\(desk(story, context))")
    }

    private func withdrawn(_ withdrawn: WithdrawnSummary, _ context: SiteContext) -> HTML {
        let address = staff.may(.moderate) ? Address.deskStory(withdrawn.story.id) : nil
        return row(
            address, headline(withdrawn.story, context),
            """
            \(byline(withdrawn.story, context))\(context.words.drafts.withdrawnOn) \(context.commentTime(withdrawn.at))
            """)
    }

    private func embargoed(_ item: WaitingItem, _ context: SiteContext) -> HTML {
        row(
            Address.embargoed(item.id), "\(item.title)",
            "\(context.words.drafts.embargoedUntil) \(context.storyTime(item.at))")
    }

    private func proposed(_ item: WaitingItem, _ context: SiteContext) -> HTML {
        row(
            Address.proposed(item.id), "\(item.title)",
            "\(context.words.proposals.arrivedInList) \(context.commentTime(item.at))")
    }

    private func headline(_ story: StorySummary, _ context: SiteContext) -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        return "<span\(languageMarkup.attributes)>\(languageMarkup.typeset(story.headline))</span>"
    }

    private func byline(_ story: StorySummary, _ context: SiteContext) -> HTML {
        story.byline.map { "<bdi>\(context.languageMarkup(story.language).typeset($0))</bdi> · " } ?? ""
    }

    /// The link to the desk's page on the story, for those who may open it.
    private func desk(_ story: StorySummary, _ context: SiteContext) -> HTML {
        guard staff.may(.moderate) else { return "" }
        return " · <a href=\"\(Address.deskStory(story.id))\">\(context.words.drafts.atTheDesk)</a>"
    }

    private func row(_ address: SafeURL?, _ headline: HTML, _ facts: HTML) -> HTML {
        let shown = address.map { "<a href=\"\($0)\"><bdi>\(headline)</bdi></a>" as HTML } ?? "<bdi>\(headline)</bdi>"
        return "<li>\(shown)\n<p class=\"meta\">\(facts)</p></li>\n"
    }
}
