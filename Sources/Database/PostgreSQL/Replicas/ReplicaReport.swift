/// A replica's report of its identity and position.
struct ReplicaReport: Hashable, Sendable {
    /// Identifies a running server. The value changes when the server restarts. After a restart, the server
    /// may be further behind than before.
    let server: Int64
    /// Identifies the database. The value is the same on a primary and its replicas. A copy of the tables
    /// elsewhere has a different value.
    let home: Int64
    /// How far the server has replayed the log.
    let position: LogPosition
}

extension ReplicaReport {
    /// Queries the server on a connection without an open transaction. The timeline comes from the `commits`
    /// table, because a replica has no other way to report it. A promoted server reports the position of its
    /// own log.
    init(_ connection: PostgreSQLConnection) throws {
        var report: ReplicaReport?
        try connection.query(Query(Self.sql, [], name: "replica")) { row in
            report = try ReplicaReport(row)
            return false
        }
        guard let report else { throw DatabaseFault.unreachable("it has not received a write by Broadsheet yet") }
        self = report
    }

    /// The same report from the primary; `nil` if no process has written to the primary yet.
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
