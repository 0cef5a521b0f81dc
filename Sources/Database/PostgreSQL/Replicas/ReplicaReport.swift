/// What a replica says of itself.
struct ReplicaReport: Hashable, Sendable {
    /// Tells a server from another one, and from itself before it was started again: then it may stand further back for a while.
    let server: Int64
    /// How far it has carried out the log.
    let position: LogPosition
}

extension ReplicaReport {
    /// Asks on a connection outside of a transaction. Of the timeline a replica tells nothing by itself; the record of commits does. A
    /// server that was promoted is as far as its own log.
    init(_ connection: PostgreSQLConnection) throws {
        var report: ReplicaReport?
        try connection.query(Self.query) { row in
            report = ReplicaReport(server: try row[2], position: try LogPosition(row))
            return false
        }
        guard let report else { throw DatabaseFault.unreachable("a replica that no program has written to yet") }
        self = report
    }

    private static let query = Query(
        """
        SELECT number,
            (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END
                - '0/0'::pg_lsn)::bigint,
            (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint
        FROM commits WHERE writer = 'timeline'
        """, [], name: "replica")
}
