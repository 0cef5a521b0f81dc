package import Markup
package import Newsroom

/// The saved versions of a draft, the latest first.
package struct DraftHistoryPage: Sendable {
    package let staff: Staff
    package let draft: Draft
    package let saved: [SavedDraft]

    package init(staff: Staff, draft: Draft, saved: [SavedDraft]) {
        self.staff = staff
        self.draft = draft
        self.saved = saved
    }

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.drafts
        let layout = Layout(
            context: context, title: words.historyTitle, kind: "drafts-page", staff: staff, isIndexed: false,
            showsDisclaimer: false)
        return layout.html(
            """
            <header class="page-head">
            <h1>\(words.historyTitle)</h1>
            <p class="meta"><bdi>\(draft.content.headline)</bdi></p>
            </header>
            <ol class="drafts" reversed>
            \(saved.map { item($0, context) })</ol>
            <p class="meta"><a href="\(Address.draft(draft.id))">\(words.backToDraft)</a></p>

            """)
    }

    private func item(_ version: SavedDraft, _ context: SiteContext) -> HTML {
        let words = context.words.drafts
        let isCurrent = version.revision == draft.revision
        let restore: HTML = """
            <a href="\(Address.draft(draft.id, restoring: version.revision))">\(words.restore)</a>
            """
        let note: HTML? = version.note.map { "<p dir=\"auto\">\($0)</p>\n" }
        return """
            <li><p class="meta">\(words.revision(Int(version.revision))) · <bdi>\(version.savedBy.name)</bdi> · \
            \(context.commentTime(version.savedAt)) · \(isCurrent ? HTML(text: words.current) : restore)</p>
            \(note)</li>

            """
    }
}
