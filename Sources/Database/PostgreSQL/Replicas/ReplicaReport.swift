/// What a replica says of itself.
struct ReplicaReport: Hashable, Sendable {
    /// Tells a server from another one, and from itself before it was started again: then it may stand further back for a while.
    let server: Int64
    /// Tells a database from every other one; the same on a primary and on its replicas. A copy of the tables elsewhere has another.
    let home: Int64
    /// How far it has carried out the log.
    let position: LogPosition
}

extension ReplicaReport {
    /// Asks on a connection outside of a transaction. Of the timeline a replica tells nothing by itself; the record of commits does. A
    /// server that was promoted is as far as its own log.
    init(_ connection: PostgreSQLConnection) throws {
        var report: ReplicaReport?
        try connection.query(Query(Self.sql, [], name: "replica")) { row in
            report = try ReplicaReport(row)
            return false
        }
        guard let report else { throw DatabaseFault.unreachable("a replica that no program has written to yet") }
        self = report
    }

    /// What the primary would report; `nil` where no program has written to it yet.
    static func ofPrimary(_ tx: Transaction) throws -> ReplicaReport? { try tx.first(sql) { try ReplicaReport($0) } }

    private init(_ row: Row) throws {
        self.init(server: try row[2], home: try row[3], position: try LogPosition(row))
    }

    private static let sql: SQL = """
        SELECT number,
            (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_flush_lsn() END
                - '0/0'::pg_lsn)::bigint,
            (extract(epoch FROM pg_postmaster_start_time()) * 1000000)::bigint,
            (SELECT hashtextextended(format('%s %s %s', c.system_identifier, d.oid, n.oid), 0)
            FROM pg_control_system() c, pg_database d, pg_namespace n
            WHERE d.datname = current_database() AND n.nspname = current_schema())
        FROM commits WHERE writer = 'timeline'
        """
}
