import Newsroom
import Operations
import Pages
import Storage

/// An editor's decision on an agency's new version that waits.
enum DecideProposedVersion {
    static func page(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .publish)
        let id: HeldItem.ID = try exchange.identifier("item")
        let page = try await exchange.read { tx -> ProposedVersionPage? in
            guard let item = try tx.heldItem(id) else { throw Refusal(.missing(.agencyVersion)) }
            guard case .proposed(let proposed) = item.content,
                let story = try tx.storyID(guid: item.guid).flatMap({ try tx.visibleStory($0) })
            else { return nil }
            return ProposedVersionPage(
                staff: staff, id: id, item: item, proposed: proposed, story: story,
                isEditedHere: try proposed.base != nil || tx.isEditedHere(story))
        }
        guard let page else {
            let refusal = Refusal(.story(.noLongerWaiting))
            RequestTrace.current?.note(refusal)
            // The menu of the desk leads on to the list of stories.
            return .refusing(refusal, RefusalPage(refusal: refusal, staff: staff).html(in: exchange.site.context))
        }
        return .page(page.html(in: exchange.site.context))
    }

    static func publish(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.site.newspaper.acceptVersion(
            try exchange.identifier("item"), wireVersion: exchange.form.version ?? 0, as: exchange.actor)
        return .seeOther(Address.storyNumber(story))
    }

    static func dismiss(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.site.newspaper.dismissVersion(
            try exchange.identifier("item"), wireVersion: exchange.form.version ?? 0, as: exchange.actor)
        return .seeOther(story.map { Address.deskStory($0) } ?? Address.deskStories)
    }

    /// Shows the form of the draft with both texts put together. Nothing is saved yet.
    static func merge(_ exchange: Exchange) async throws -> Answer {
        let context = exchange.site.context
        let merged = try await exchange.site.newspaper.mergeVersion(
            try exchange.identifier("item"), wireVersion: exchange.form.version ?? 0, as: exchange.actor)
        let typed = TypedDraft(merged.merge.content, in: context)
        var page = try await WriteDraft.page(exchange, merged.draft, typed, stamp: merged.draft.stamp)
        page.conflict = DraftConflict(
            theirs: TypedDraft(merged.theirs, in: context), mine: TypedDraft(merged.mine, in: context),
            other: .agency, isMineStored: true, fields: merged.merge.conflicts)
        return .page(page.html(in: context))
    }
}
