import Database
import Newsroom
import Pages
import Storage

/// The desk's list of stories, and its page on an item under an embargo.
enum ListStories {
    /// How many stories each part of the overview shows, and a part alone.
    private static let (few, many) = (20, 50)

    static func answer(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .write)
        let query = exchange.query
        let filter = StoryFilter(
            author: query["author"] ?? "", topic: query["topic"] ?? "", text: query["text"] ?? "")
        let parts = DeskPart.allCases.filter { isOpen($0, to: staff) }
        let part = query.word("state").flatMap(DeskPart.init).flatMap { parts.contains($0) ? $0 : nil }
        let key = part == nil ? nil : query["after"].flatMap { PageKey($0) }
        let shown = part.map { [$0] } ?? parts
        let sections = try await exchange.read { tx in
            try shown.map { one in
                let rows = try tx.stories(
                    in: one, of: staff, matching: filter, after: key, limit: part == nil ? few : many)
                // The overview begins with one's own drafts, and shows none of them twice.
                return DeskStoriesPage.Section(one, part == nil && one != .mine ? rows.without(staff) : rows)
            }
        }
        let page = DeskStoriesPage(staff: staff, sections: sections, filter: filter, part: part, parts: parts)
        return .page(page.html(in: exchange.site.context))
    }

    /// Reporters see their own drafts, and the stories that everybody sees.
    private static func isOpen(_ part: DeskPart, to staff: Staff) -> Bool {
        switch part {
        case .mine, .published, .withdrawn: true
        case .submitted, .scheduled, .proposed, .embargoed, .draft: staff.may(.publish)
        }
    }

    static func embargoed(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.actor.staff(for: .publish)
        let id: HeldItem.ID = try exchange.identifier("item")
        guard let item = try await exchange.read({ tx in try tx.heldItem(id) }), let end = item.embargoedUntil else {
            throw Refusal(.missing(.address))
        }
        return .page(EmbargoedItemPage(staff: staff, item: item, until: end).html(in: exchange.site.context))
    }
}

extension PageOfResults<DeskStory> {
    fileprivate func without(_ author: Staff) -> PageOfResults {
        let others = elements.filter { story in
            if case .draft(let draft) = story { draft.author.id != author.id } else { true }
        }
        return PageOfResults(others, next: next)
    }
}

extension Transaction {
    fileprivate func stories(
        in part: DeskPart, of staff: Staff, matching filter: StoryFilter, after key: PageKey?, limit: Int
    ) throws -> PageOfResults<DeskStory> {
        func drafts(_ state: Draft.State) throws -> PageOfResults<DeskStory> {
            try self.drafts(in: state, matching: filter, after: key, limit: limit).map(DeskStory.draft)
        }
        return switch part {
        case .mine:
            try self.drafts(by: staff.id, matching: filter, after: key, limit: limit).map(DeskStory.draft)
        case .submitted: try drafts(.submitted)
        case .scheduled: try drafts(.scheduled)
        case .draft: try drafts(.draft)
        case .proposed:
            try proposedVersions(matching: filter, after: key, limit: limit).map(DeskStory.proposed)
        case .embargoed:
            try embargoedItems(matching: filter, after: key, limit: limit).map(DeskStory.embargoed)
        case .published:
            try publishedStories(matching: filter, after: key, limit: limit).map(DeskStory.published)
        case .withdrawn:
            try withdrawnStories(matching: filter, after: key, limit: limit).map(DeskStory.withdrawn)
        }
    }
}
