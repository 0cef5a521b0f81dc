package import Database
package import Foundation
package import Newsroom

/// Items from agencies that wait.
extension Transaction {
    /// Stores an item that waits, and replaces an earlier version of it. The job that releases it at the end of its
    /// embargo is stored in the same transaction.
    package func hold(_ item: HeldItem, now: Date) throws {
        let json = String(decoding: try JSONEncoder().encode(item.content), as: UTF8.self)
        let id = HeldItem.ID(
            try insert(
                """
                INSERT INTO held_items (guid, wire_version, embargoed_until, title, content, waiting_since)
                VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (guid) DO UPDATE SET wire_version = excluded.wire_version,
                    embargoed_until = excluded.embargoed_until, title = excluded.title, content = excluded.content,
                    waiting_since = excluded.waiting_since
                RETURNING id
                """, item.guid, item.wireVersion, item.embargoedUntil, item.title, json, item.waitingSince))
        try cancelJob(key: JobOrder.release(of: id, at: now).key)
        if let end = item.embargoedUntil { try enqueue(.release(of: id, at: end), now: now) }
        try run("DELETE FROM held_members WHERE package_id = $1", id)
        guard case .package(let package) = item.content else { return }
        for member in package.members.sorted() {
            try run("INSERT INTO held_members (member, package_id) VALUES ($1, $2)", member, id)
        }
    }

    package func heldItem(_ id: HeldItem.ID) throws -> HeldItem? {
        try first(
            "SELECT guid, wire_version, embargoed_until, waiting_since, content FROM held_items WHERE id = $1", id,
            as: heldItem)
    }

    package func heldItem(guid: String) throws -> (id: HeldItem.ID, item: HeldItem)? {
        try first(
            "SELECT guid, wire_version, embargoed_until, waiting_since, content, id FROM held_items WHERE guid = $1",
            guid
        ) { row in (try row[5], try heldItem(row)) }
    }

    /// The packages that name a member and wait.
    package func heldPackages(naming member: String) throws -> [HeldItem] {
        try all(
            """
            SELECT i.guid, i.wire_version, i.embargoed_until, i.waiting_since, i.content
            FROM held_members m JOIN held_items i ON i.id = m.package_id WHERE m.member = $1 ORDER BY m.package_id
            """, member, as: heldItem)
    }

    /// The items under an embargo, the next to appear first. The topic and the author of a filter admit none.
    package func embargoedItems(
        matching filter: StoryFilter, after: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<WaitingItem> {
        try items(by: "embargoed_until", matching: filter, after: after, limit: limit)
    }

    /// The versions that wait for an editor's word, the oldest first. The same filters admit none.
    package func proposedVersions(
        matching filter: StoryFilter, after: PageKey? = nil, limit: Int = 50
    ) throws -> PageOfResults<WaitingItem> {
        try items(by: "waiting_since", matching: filter, after: after, limit: limit)
    }

    /// The items that have a time in a column, the earliest first.
    private func items(
        by time: SQL, matching filter: StoryFilter, after: PageKey?, limit: Int
    ) throws -> PageOfResults<WaitingItem> {
        try firstMatches(
            after: after ?? .oldest, limit: limit, isAll: filter.isEmpty,
            key: { PageKey(milliseconds: $0.at.milliseconds, number: $0.id.number) }
        ) { key, count in
            try all(
                """
                SELECT id, title, \(time) FROM held_items
                WHERE \(time) IS NOT NULL AND (\(time), id) > ($1, $2) ORDER BY \(time), id LIMIT $3
                """, key.milliseconds, key.number, count
            ) { row in WaitingItem(id: try row[0], title: try row[1], at: try row[2]) }
        } admits: { item in
            filter.admits(texts: [item.title], authors: [], topics: [])
        }
    }

    package func isUnderEmbargo(guid: String) throws -> Bool {
        try exists("SELECT 1 FROM held_items WHERE guid = $1 AND embargoed_until IS NOT NULL", guid)
    }

    /// Removes an item that waits no longer, with its job.
    package func dropHeldItem(guid: String) throws {
        guard let (id, _) = try heldItem(guid: guid) else { return }
        try cancelJob(key: JobOrder.release(of: id, at: .distantPast).key)
        try run("DELETE FROM held_members WHERE package_id = $1", id)
        try run("DELETE FROM held_items WHERE id = $1", id)
    }

    private func heldItem(_ row: Row) throws -> HeldItem {
        HeldItem(
            guid: try row[0], wireVersion: try row[1], embargoedUntil: try row[2], waitingSince: try row[3],
            content: try JSONDecoder().decode(HeldItem.Content.self, from: Data((try row[4] as String).utf8)))
    }
}

extension JobOrder {
    /// The job that releases an item at the end of its embargo.
    fileprivate static func release(of item: HeldItem.ID, at time: Date) -> JobOrder {
        JobOrder(.releaseHeldItem, subject: item.description, dueAt: time)
    }
}
