import Database
import Foundation
import Newsroom

/// Personal data that is kept only for a while: digests of network addresses, records of sign-ins, mailed
/// links, reserved names and archives. Each kind has an index by age.
extension Transaction {
    /// Whether any of this data has expired.
    func hasExpired(_ retention: Retention, now: Date) throws -> Bool {
        let oldest = retention.oldestDigest(at: now)
        return try exists(
            "SELECT 1 FROM comments WHERE source >= '0' AND created_at <= $1 ORDER BY created_at LIMIT 1", oldest)
            || exists(
                "SELECT 1 FROM reports WHERE source >= '0' AND created_at <= $1 ORDER BY created_at LIMIT 1", oldest)
            || exists("SELECT 1 FROM sign_ins WHERE at <= $1 ORDER BY at LIMIT 1", oldest)
            || exists(
                "SELECT 1 FROM sign_in_links WHERE expires_at < $1 ORDER BY expires_at LIMIT 1",
                now.addingTimeInterval(-Retention.links))
            || exists(
                "SELECT 1 FROM former_names WHERE reserved_until < $1 ORDER BY reserved_until LIMIT 1", now)
            || exists(
                "SELECT 1 FROM address_changes WHERE expires_at < $1 ORDER BY expires_at LIMIT 1",
                now.addingTimeInterval(-Retention.links))
            || exists(
                "SELECT 1 FROM notifications WHERE at < $1 ORDER BY at LIMIT 1",
                now.addingTimeInterval(-Retention.notifications))
            || exists(
                "SELECT 1 FROM mail_refusals WHERE refused_at < $1 ORDER BY refused_at LIMIT 1",
                now.addingTimeInterval(-Retention.notifications))
            || exists("SELECT 1 FROM downloads WHERE expires_at <= $1 ORDER BY expires_at LIMIT 1", now)
    }

    /// Deletes a limited amount of data that has expired.
    func eraseExpired(_ retention: Retention, limit: Int, now: Date) throws {
        let oldest = retention.oldestDigest(at: now)
        try run(
            """
            UPDATE comments SET source = '' WHERE id IN (
                SELECT id FROM comments WHERE source >= '0' AND created_at <= $1 ORDER BY created_at LIMIT $2)
            """, oldest, limit)
        try eraseReporters(until: oldest, limit: limit)
        // Up to the time of the first row beyond the limit.
        let signIn: Date? = try value(
            "SELECT at FROM sign_ins WHERE at <= $1 ORDER BY at LIMIT 1 OFFSET $2", oldest, limit)
        try run("DELETE FROM sign_ins WHERE at <= $1", signIn ?? oldest)
        let ended = now.addingTimeInterval(-Retention.links)
        let link: Date? = try value(
            "SELECT expires_at FROM sign_in_links WHERE expires_at < $1 ORDER BY expires_at LIMIT 1 OFFSET $2", ended,
            limit)
        try run("DELETE FROM sign_in_links WHERE expires_at <= $1 AND expires_at < $2", link ?? ended, ended)
        try run("DELETE FROM former_names WHERE reserved_until < $1", now)
        try run("DELETE FROM address_changes WHERE expires_at < $1", ended)
        let old = now.addingTimeInterval(-Retention.notifications)
        let notification: Date? = try value(
            "SELECT at FROM notifications WHERE at < $1 ORDER BY at LIMIT 1 OFFSET $2", old, limit)
        try run("DELETE FROM notifications WHERE at <= $1 AND at < $2", notification ?? old, old)
        try run("DELETE FROM mail_refusals WHERE refused_at < $1", old)
        let person: Person.ID? = try value(
            "SELECT person_id FROM downloads WHERE expires_at <= $1 ORDER BY expires_at LIMIT 1", now)
        if let person { try deleteDownload(of: person) }
    }

    /// Replaces the digests of old reports with numbers that are valid only within the case. The numbers keep
    /// the readers who reported apart. Later reports by the same reader in the case lose their digests with
    /// the first.
    private func eraseReporters(until oldest: Date, limit: Int) throws {
        let found = try all(
            """
            SELECT id, case_id, source FROM reports WHERE source >= '0' AND created_at <= $1 ORDER BY created_at LIMIT $2
            """, oldest, limit
        ) { row in (id: try row[0] as Int64, deskCase: try row[1] as Case.ID, source: try row[2] as String) }
        for (id, deskCase, source) in found {
            try run(
                "UPDATE reports SET source = $3 WHERE case_id = $1 AND source = $2", deskCase, source, "#\(id)")
        }
    }
}
