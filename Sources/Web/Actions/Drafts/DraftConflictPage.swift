import Database
import Newsroom
import Pages
import Storage

/// The page after two people have changed one draft, or an agency the story that it is about.
enum DraftConflictPage {
    /// Both texts, and a form with both changes if they do not overlap. Saving it replaces the stored text.
    static func page(_ exchange: Exchange, _ draft: Draft, _ refusal: Refusal?) async throws -> DraftPage {
        let context = exchange.site.context
        let mine = exchange.form.draft
        let (base, stored) = try await texts(exchange, draft, refusal)
        var (typed, fields) = (mine, Set(DraftMerge.Field.allCases))
        if let base, let content = try? exchange.draftContent() {
            let merge = DraftMerge(base: base, mine: content, theirs: stored)
            fields = merge.conflicts
            if fields.isEmpty { typed = TypedDraft(merge.content, in: context) }
        }
        let theirs = TypedDraft(stored, in: context)
        typed.storyVersion = theirs.storyVersion
        var page = try await WriteDraft.page(exchange, draft, typed, refusal)
        let name = refusal?.code == .draft(.storyChanged) ? context.words.drafts.agencyName : draft.updatedBy.name
        page.conflict = DraftConflict(theirs: theirs, mine: mine, name: name, fields: fields)
        return page
    }

    /// The text from which both changes began, and the one that is stored.
    private static func texts(
        _ exchange: Exchange, _ draft: Draft, _ refusal: Refusal?
    ) async throws -> (base: DraftContent?, stored: DraftContent) {
        let (revision, version) = (exchange.form.draftStamp.revision, Int(exchange.form.draft.storyVersion))
        return try await exchange.read { tx in
            guard refusal?.code == .draft(.storyChanged), let story = try draft.story.flatMap({ try tx.story($0) })
            else { return (try tx.savedContent(of: draft.id, revision: revision), draft.content) }
            let base = try version.flatMap { try tx.version($0, of: story.id) }
            return (try base.map { try tx.content(of: story, $0) }, try tx.content(of: story, story.current))
        }
    }
}
