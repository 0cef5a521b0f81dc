/// A place in the write-ahead log of the database (postgresql.org/docs/15/wal-internals.html). Whoever has carried out the log up to
/// here shows every commit before it.
///
/// A replica that is promoted goes on with the log under the next number of a timeline, from where it was: a place on another
/// timeline says nothing.
package struct LogPosition: Comparable, Hashable, Sendable {
    let timeline: Int64
    let place: Int64

    /// As it goes to a browser and comes back.
    package var text: String { "\(timeline)-\(place)" }

    package static func < (one: LogPosition, other: LogPosition) -> Bool {
        (one.timeline, one.place) < (other.timeline, other.place)
    }

    /// Whether who has carried out the log up to here shows what was committed before another position. On another timeline there may
    /// be commits that are not on this one.
    func shows(_ other: LogPosition) -> Bool { timeline == other.timeline && place >= other.place }
}

extension LogPosition {
    /// Reads `text`; `nil` where it is none.
    package init?(_ text: String) {
        let numbers = text.split(separator: "-", maxSplits: 1).compactMap { Int64($0) }
        guard numbers.count == 2 else { return nil }
        self.init(timeline: numbers[0], place: numbers[1])
    }

    /// The first two columns.
    init(_ row: Row) throws { self.init(timeline: try row[0], place: try row[1]) }

    /// How far the primary is, in a transaction that has asked nothing yet: the state that the transaction sees is taken first,
    /// so that all of it is before this position. What is flushed, and not what is written, because replicas get no more.
    init(ofPrimary tx: Transaction) throws {
        let position = try tx.first(
            """
            SELECT ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::bigint,
                (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint
            """
        ) { row in try LogPosition(row) }
        guard let position else { throw DatabaseFault.statement("no position") }
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

    /// How far the primary is after a commit, and the number of the last one of this program.
    static func afterCommit(of writer: String) -> Query {
        Query(
            """
            SELECT ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::bigint,
                (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::bigint, number
            FROM commits WHERE writer = $1
            """, [writer], name: "commit and position")
    }

    /// Writes into the record of commits which timeline this is: a replica that has the line goes along with it.
    static let markingTimeline = Query(
        """
        INSERT INTO commits (writer, number)
        VALUES ('timeline', ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::bigint)
        ON CONFLICT (writer) DO UPDATE SET number = excluded.number, since = now()
        """, [], name: "mark timeline")
}
