import Database
import Foundation
import Newsroom

/// What a posting needs to know about accounts.
extension Transaction {
    /// The places of the guests whose names, or names that readers could take for them, belong to accounts.
    func takenNames(of postings: [Posting]) throws -> Set<Int> {
        let guests = postings.indices.filter { postings[$0].person == nil && postings[$0].staff == nil }
        guard let now = guests.first.map({ postings[$0].now }) else { return [] }
        let keys = guests.map { postings[$0].draft.lookalikeKey }
        switch dialect {
        case .sqlite:
            return Set(try zip(guests, keys).compactMap { place, key in try isTaken(key, now: now) ? place : nil })
        case .postgreSQL:
            let taken = Set(
                try all(
                    """
                    SELECT p.key FROM unnest($1::text[]) AS p (key), LATERAL (
                        SELECT 1 FROM people WHERE name_key = p.key AND removed_at IS NULL LIMIT 1) AS n
                    UNION ALL
                    SELECT p.key FROM unnest($1::text[]) AS p (key), LATERAL (
                        SELECT 1 FROM former_names WHERE name_key = p.key AND reserved_until > $2 LIMIT 1) AS f
                    """, ArrayLiteral(keys), now
                ) { try $0[0] as String })
            return Set(zip(guests, keys).compactMap { place, key in taken.contains(key) ? place : nil })
        }
    }

    /// The mark of a member of staff below a story: that of its author if the version credits them, or has their name in
    /// its byline.
    func mark(of posting: Posting, version: Int) throws -> Comment.Mark {
        let isAuthor = try exists(
            "SELECT 1 FROM credits WHERE story_id = $1 AND version = $2 AND staff_id = $3", posting.story, version,
            posting.person)
        if isAuthor { return .author }
        let byline: String? = try value(
            "SELECT byline FROM versions WHERE story_id = $1 AND number = $2", posting.story, version)
        let authors = byline.map { Byline.authors(in: $0) } ?? []
        return authors.contains { $0.name.foldedName == posting.draft.nameKey } ? .author : .staff
    }
}
