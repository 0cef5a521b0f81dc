package import Database
import Foundation
package import Newsroom

extension Transaction {
    /// Adds an entry to the desk's log, chained to the previous entry, in the transaction of the change that
    /// it describes.
    func log(_ action: String, on subject: String, detail: String, by staff: Staff, now: Date) throws {
        try log(action, on: subject, detail: detail, by: staff.email, now: now)
    }

    /// Adds an entry for an actor who is not a member of staff.
    func log(_ action: String, on subject: String, detail: String, by actor: String, now: Date) throws {
        let last = try first("SELECT number, hash FROM log_entries ORDER BY number DESC LIMIT 1") { row in
            (number: try row[0] as Int64, hash: try row[1] as String)
        }
        let entry = LogEntry(
            number: (last?.number ?? 0) + 1, at: now, actor: actor, action: action, subject: subject,
            detail: detail, previousHash: last?.hash ?? LogEntry.beforeTheFirst)
        try run(
            """
            INSERT INTO log_entries (number, at, actor, action, subject, detail, previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """, entry.number, entry.at, entry.actor, entry.action, entry.subject, entry.detail, entry.previousHash,
            entry.hash)
    }

    /// The latest entries before a number, newest first.
    package func logEntries(before number: Int64 = .max, limit: Int = 100) throws -> [LogEntry] {
        try all(
            """
            SELECT number, at, actor, action, subject, detail, previous_hash, hash FROM log_entries
            WHERE number < $1 ORDER BY number DESC LIMIT $2
            """, number, limit, as: entry)
    }

    /// The number of the first entry that does not follow from the previous entry; `nil` for an intact chain.
    package func firstBrokenLogEntry() throws -> Int64? {
        var previous = LogEntry.beforeTheFirst
        var number: Int64 = 0
        while true {
            let entries = try all(
                """
                SELECT number, at, actor, action, subject, detail, previous_hash, hash FROM log_entries
                WHERE number > $1 ORDER BY number LIMIT 1000
                """, number, as: entry)
            guard !entries.isEmpty else { return nil }
            for entry in entries {
                guard entry.number == number + 1, entry.follows(previous) else { return entry.number }
                previous = entry.hash
                number = entry.number
            }
        }
    }

    private func entry(_ row: Row) throws -> LogEntry {
        LogEntry(
            number: try row[0], at: try row[1], actor: try row[2], action: try row[3], subject: try row[4],
            detail: try row[5], previousHash: try row[6], hash: try row[7])
    }
}
