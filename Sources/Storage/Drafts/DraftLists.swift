package import Database
import Foundation
package import Newsroom

/// The lists of drafts at the desk, the latest change first.
extension Transaction {
    /// One author's drafts that are not published.
    package func drafts(
        by author: Staff.ID, matching filter: StoryFilter, after key: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<DraftSummary> {
        try page(filter, after: key, limit: limit) { key, count in
            try all(
                """
                SELECT d.id, d.state, d.story_id, d.headline, d.author_id, s.name, d.updated_at, d.appears_at,
                    (SELECT COUNT(*) FROM draft_notes n WHERE n.draft_id = d.id AND n.resolved_at IS NULL),
                    CASE WHEN $5 = 1 THEN d.content ELSE '' END
                FROM drafts d JOIN people s ON s.id = d.author_id
                WHERE d.author_id = $1 AND d.state <> 'published' AND (d.updated_at, d.id) < ($2, $3)
                ORDER BY d.updated_at DESC, d.id DESC LIMIT $4
                """, author, key.milliseconds, key.number, count, !filter.isEmpty, as: row)
        }
    }

    /// The drafts of all authors in a state.
    package func drafts(
        in state: Draft.State, matching filter: StoryFilter, after key: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<DraftSummary> {
        try page(filter, after: key, limit: limit) { key, count in
            try all(
                """
                SELECT d.id, d.state, d.story_id, d.headline, d.author_id, s.name, d.updated_at, d.appears_at,
                    (SELECT COUNT(*) FROM draft_notes n WHERE n.draft_id = d.id AND n.resolved_at IS NULL),
                    CASE WHEN $5 = 1 THEN d.content ELSE '' END
                FROM drafts d JOIN people s ON s.id = d.author_id
                WHERE d.state = $1 AND (d.updated_at, d.id) < ($2, $3)
                ORDER BY d.updated_at DESC, d.id DESC LIMIT $4
                """, state.rawValue, key.milliseconds, key.number, count, !filter.isEmpty, as: row)
        }
    }

    /// A draft in a list, and its content if the filter needs it.
    private typealias ListedDraft = (summary: DraftSummary, content: DraftContent?)

    private func page(
        _ filter: StoryFilter, after key: PageKey?, limit: Int, batch: (PageKey, Int) throws -> [ListedDraft]
    ) throws -> PageOfResults<DraftSummary> {
        let found = try firstMatches(
            after: key, limit: limit, isAll: filter.isEmpty, key: { $0.summary.key }, batch: batch
        ) { draft in
            let content = draft.content ?? DraftContent()
            return filter.admits(
                texts: [draft.summary.headline, content.standfirst, content.body],
                authors: [draft.summary.author.name, content.byline], topics: content.topics)
        }
        return PageOfResults(found.elements.map(\.summary), next: found.next)
    }

    private func row(_ row: Row) throws -> ListedDraft {
        let summary = DraftSummary(
            id: try row[0], state: try draftState(row, 1), story: try row[2], headline: try row[3],
            author: DraftPerson(id: try row[4], name: try row[5]), updatedAt: try row[6], appearsAt: try row[7],
            openNotes: try row[8])
        return (summary, (try row[9] as String).isEmpty ? nil : try draftContent(row, 9))
    }
}

extension DraftSummary {
    fileprivate var key: PageKey { PageKey(milliseconds: updatedAt.milliseconds, number: id.number) }
}
