package import Database
package import Newsroom

/// The lists of drafts at the desk, the latest change first.
extension Transaction {
    /// The drafts of one author in a state.
    package func drafts(
        by author: Staff.ID, in state: Draft.State, after key: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<DraftSummary> {
        let key = key ?? .latest
        return page(
            try all(
                """
                SELECT d.id, d.state, d.story_id, d.headline, d.author_id, s.name, d.updated_at, d.appears_at
                FROM drafts d JOIN staff s ON s.id = d.author_id
                WHERE d.author_id = $1 AND d.state = $2 AND (d.updated_at, d.id) < ($3, $4)
                ORDER BY d.updated_at DESC, d.id DESC LIMIT $5
                """, author, state.rawValue, key.milliseconds, key.number, limit + 1, as: summary), limit: limit)
    }

    /// The drafts of all authors in a state.
    package func drafts(
        in state: Draft.State, after key: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<DraftSummary> {
        let key = key ?? .latest
        return page(
            try all(
                """
                SELECT d.id, d.state, d.story_id, d.headline, d.author_id, s.name, d.updated_at, d.appears_at
                FROM drafts d JOIN staff s ON s.id = d.author_id
                WHERE d.state = $1 AND (d.updated_at, d.id) < ($2, $3)
                ORDER BY d.updated_at DESC, d.id DESC LIMIT $4
                """, state.rawValue, key.milliseconds, key.number, limit + 1, as: summary), limit: limit)
    }

    private func page(_ found: [DraftSummary], limit: Int) -> PageOfResults<DraftSummary> {
        let shown = Array(found.prefix(limit))
        return PageOfResults(shown, next: found.count > limit ? shown.last?.key : nil)
    }

    private func summary(_ row: Row) throws -> DraftSummary {
        DraftSummary(
            id: try row[0], state: try draftState(row, 1), story: try row[2], headline: try row[3],
            author: DraftPerson(id: try row[4], name: try row[5]), updatedAt: try row[6], appearsAt: try row[7])
    }
}

extension PageKey {
    /// Comes before every element of a list whose latest element is first.
    fileprivate static let latest = PageKey(milliseconds: .max, number: .max)
}

extension DraftSummary {
    fileprivate var key: PageKey { PageKey(milliseconds: updatedAt.milliseconds, number: id.number) }
}
