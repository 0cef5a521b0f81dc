/// A position in the write-ahead log of the database (postgresql.org/docs/15/wal-internals.html). A server
/// that has replayed the log up to it shows every commit before it.
///
/// A promoted replica continues the log from its own position, on the timeline with the next number. A
/// position on another timeline says nothing about the commits that a server shows.
package struct LogPosition: Comparable, Hashable, Sendable {
    let timeline: Int64
    let place: Int64

    /// The text that a browser stores and returns.
    package var text: String { "\(timeline)-\(place)" }

    package static func < (one: LogPosition, other: LogPosition) -> Bool {
        (one.timeline, one.place) < (other.timeline, other.place)
    }

    /// Whether a server at this position shows every commit before `other`. On another timeline there may be
    /// commits that are not on this one.
    func shows(_ other: LogPosition) -> Bool { timeline == other.timeline && place >= other.place }
}

extension LogPosition {
    /// Parses `text`; `nil` if it is not a position.
    package init?(_ text: String) {
        let numbers = text.split(separator: "-", maxSplits: 1).compactMap { Int64($0) }
        guard numbers.count == 2 else { return nil }
        self.init(timeline: numbers[0], place: numbers[1])
    }

    /// Reads the first two columns.
    init(_ row: Row) throws { self.init(timeline: try row[0], place: try row[1]) }

    /// The position of the primary. Must be the first query of its transaction: the snapshot is taken first,
    /// so it contains only commits before this position. Asks for the flushed position, because replicas
    /// receive only the flushed part of the log.
    init(ofPrimary tx: Transaction) throws {
        let position = try tx.first(
            """
            SELECT ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::bigint,
                (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint
            """
        ) { row in try LogPosition(row) }
        guard let position else { throw DatabaseFault.statement("the primary reported no log position") }
        self = position
    }

    /// The timeline of a primary.
    static func timeline(on connection: PostgreSQLConnection) throws -> Int64? {
        var timeline: Int64?
        let query = Query(
            "SELECT ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::bigint", [],
            name: "timeline")
        try connection.query(query) { row in
            timeline = try row[0]
            return false
        }
        return timeline
    }

    /// Reads the primary's position after a commit, and the number of this process's last commit.
    static func afterCommit(of writer: String) -> Query {
        Query(
            """
            SELECT ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::bigint,
                (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint, number
            FROM commits WHERE writer = $1
            """, [writer], name: "commit and position")
    }

    /// Stores the current timeline in the `commits` table. A replica that has replayed this row is on that
    /// timeline.
    static let markingTimeline = Query(
        """
        INSERT INTO commits (writer, number)
        VALUES ('timeline', ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::bigint)
        ON CONFLICT (writer) DO UPDATE SET number = excluded.number, since = now()
        """, [], name: "mark timeline")
}
