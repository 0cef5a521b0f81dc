import Database
import Newsroom
import Pages
import Storage

/// The page after two people have changed one draft, or an agency the story that it is about.
enum DraftConflictPage {
    /// The page for the text of the form.
    static func page(_ exchange: Exchange, _ draft: Draft, _ refusal: Refusal?) async throws -> DraftPage {
        let form = exchange.form
        return try await page(exchange, draft, form.draft, from: form.draftStamp.revision, refusal)
    }

    /// Both texts, and a form with both changes if they do not overlap. Saving it replaces the stored text.
    static func page(
        _ exchange: Exchange, _ draft: Draft, _ mine: TypedDraft, from revision: Int64, _ refusal: Refusal?
    ) async throws -> DraftPage {
        let context = exchange.site.context
        let (base, stored) = try await texts(exchange, draft, mine, revision, refusal)
        var (typed, fields) = (mine, Set(DraftField.allCases))
        if let base, let content = try? exchange.content(of: mine) {
            let merge = DraftMerge(base: base, mine: content, theirs: stored)
            fields = merge.conflicts
            if fields.isEmpty { typed = TypedDraft(merge.content, in: context) }
        }
        let theirs = TypedDraft(stored, in: context)
        typed.storyVersion = theirs.storyVersion
        var page = try await WriteDraft.page(exchange, draft, typed, refusal)
        let isFromAgency = refusal?.code == .draft(.storyChanged)
        page.conflict = DraftConflict(
            theirs: theirs, mine: mine, other: isFromAgency ? .agency : .colleague(name: draft.updatedBy.name),
            fields: fields)
        return page
    }

    /// The text from which both changes began, and the one that is stored.
    private static func texts(
        _ exchange: Exchange, _ draft: Draft, _ mine: TypedDraft, _ revision: Int64, _ refusal: Refusal?
    ) async throws -> (base: DraftContent?, stored: DraftContent) {
        let version = Int(mine.storyVersion)
        return try await exchange.read { tx in
            guard refusal?.code == .draft(.storyChanged), let story = try draft.story.flatMap({ try tx.story($0) })
            else { return (try tx.savedContent(of: draft.id, revision: revision), draft.content) }
            let base = try version.flatMap { try tx.version($0, of: story.id) }
            return (try base.map { try tx.content(of: story, $0) }, try tx.content(of: story, story.current))
        }
    }
}
