package import Database
package import Foundation
package import Newsroom

/// Cards of addresses. A card is fetched once, for all stories. The table `story_cards` says which cards each
/// story uses, so an address in an agency's text has no card.
extension Transaction {
    /// Sets the cards of a story that is being published, and enqueues the fetch of those that are not known. A card
    /// that could not be fetched for an earlier story is tried again. Ignores addresses after the limit.
    package func setCards(_ addresses: [String], of story: Story.ID, now: Date) throws {
        try dropCards(of: story)
        for address in addresses.prefix(LinkCard.most) {
            let (id, isFetched) = try card(at: address)
            try run("INSERT INTO story_cards (story_id, card_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", story, id)
            guard !isFetched else { continue }
            try run("UPDATE link_cards SET state = 'waiting' WHERE id = $1", id)
            try enqueue(JobOrder(.fetchLinkCard, subject: id.description, dueAt: now), now: now)
        }
    }

    func dropCards(of story: Story.ID) throws { try run("DELETE FROM story_cards WHERE story_id = $1", story) }

    private func card(at address: String) throws -> (id: LinkCard.ID, isFetched: Bool) {
        let known = try first("SELECT id, state FROM link_cards WHERE address = $1", address) { row in
            (try row[0] as LinkCard.ID, try row[1] as String == "fetched")
        }
        if let known { return known }
        let id = try insert("INSERT INTO link_cards (address, state) VALUES ($1, 'waiting') RETURNING id", address)
        return (LinkCard.ID(id), false)
    }

    /// The cards that readers of a story see.
    package func cards(of story: Story.ID) throws -> [LinkCard] {
        try cards(
            """
            SELECT c.id, c.address, c.title, c.description, c.site, r.format, r.width, r.height, r.name
            FROM story_cards s JOIN link_cards c ON c.id = s.card_id LEFT JOIN card_renditions r ON r.card_id = c.id
            WHERE s.story_id = $1 AND c.state = 'fetched'
            """, story)
    }

    /// The card of an address, for a preview; `nil` if it is not fetched.
    package func fetchedCard(at address: String) throws -> LinkCard? {
        try cards(
            """
            SELECT c.id, c.address, c.title, c.description, c.site, r.format, r.width, r.height, r.name
            FROM link_cards c LEFT JOIN card_renditions r ON r.card_id = c.id
            WHERE c.address = $1 AND c.state = 'fetched'
            """, address
        ).first
    }

    /// Columns: the card, then a rendition.
    private func cards(_ query: SQL, _ value: any Storable) throws -> [LinkCard] {
        var cards: [LinkCard.ID: LinkCard] = [:]
        _ = try all(query, value) { row in
            let id: LinkCard.ID = try row[0]
            var card =
                try cards[id]
                ?? LinkCard(
                    address: row[1], title: row[2], description: row[3], site: row[4], renditions: [])
            if let format: String = try row[5] {
                card.renditions.append(
                    Rendition(
                        format: Rendition.Format(rawValue: format) ?? .jpeg, width: try row[6], height: try row[7],
                        name: try row[8]))
            }
            cards[id] = card
        }
        return cards.values.map { card in
            var card = card
            card.renditions.sort { ($0.width, $0.format.rawValue) < ($1.width, $1.format.rawValue) }
            return card
        }
    }

    /// The address that a job has to fetch; `nil` if the card is fetched, or if no published story uses it anymore.
    package func addressToFetch(_ id: LinkCard.ID) throws -> String? {
        try value(
            """
            SELECT address FROM link_cards c WHERE c.id = $1 AND c.state <> 'fetched' AND EXISTS (
                SELECT 1 FROM story_cards u JOIN stories s ON s.id = u.story_id
                WHERE u.card_id = c.id AND s.is_withdrawn = 0)
            """, id)
    }

    /// Stores what a card shows, and renders the stories that use it again.
    package func store(_ card: LinkCard, as id: LinkCard.ID, now: Date) throws {
        try run(
            """
            UPDATE link_cards SET state = 'fetched', title = $2, description = $3, site = $4, fetched_at = $5
            WHERE id = $1
            """, id, card.title, card.description, card.site, now)
        try run("DELETE FROM card_renditions WHERE card_id = $1", id)
        for rendition in card.renditions {
            try run(
                "INSERT INTO card_renditions (card_id, format, width, height, name) VALUES ($1, $2, $3, $4, $5)", id,
                rendition.format.rawValue, rendition.width, rendition.height, rendition.name)
        }
        let stories: [Story.ID] = try all(
            """
            SELECT u.story_id FROM story_cards u JOIN stories s ON s.id = u.story_id
            WHERE u.card_id = $1 AND s.is_withdrawn = 0 ORDER BY u.story_id
            """, id
        ) { try $0[0] }
        for story in stories { try note(.storyArranged, on: story) }
    }

    /// Records that a card cannot be fetched. Its address stays a link.
    package func markFailed(_ id: LinkCard.ID) throws {
        try run("UPDATE link_cards SET state = 'failed' WHERE id = $1 AND state = 'waiting'", id)
    }

    /// A published story with a card whose picture has this file.
    func story(withCardShowing name: String) throws -> Story.ID? {
        try value(
            """
            SELECT u.story_id FROM card_renditions r JOIN story_cards u ON u.card_id = r.card_id
            JOIN stories s ON s.id = u.story_id WHERE r.name = $1 AND s.is_withdrawn = 0 LIMIT 1
            """, name)
    }

    /// The text of the agency's latest version of a story that the desk may have revised since; `nil` for a story
    /// of the desk. A revision has the number of the agency's version that it was made from.
    package func agencyText(of story: Story.ID) throws -> String? {
        try value(
            """
            SELECT v.body FROM stories s
            JOIN versions c ON c.story_id = s.id AND c.number = s.current_version
            JOIN versions v ON v.story_id = s.id AND v.wire_version = c.wire_version
            WHERE s.id = $1 ORDER BY v.number LIMIT 1
            """, story)
    }
}
