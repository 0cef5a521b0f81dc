import CLibPQ
import Foundation
import Synchronization

/// Opens sessions, and checks that they meet the program's requirements.
enum PostgreSQLOpening {
    private static let oldestServer: Int32 = 150_000

    /// Defaults that an address may override.
    private static func before(_ purpose: PostgreSQLAddress.Purpose) -> [(String, String)] {
        [
            ("connect_timeout", "5"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
            ("keepalives_count", "3"), ("tcp_user_timeout", "15000"),
            ("fallback_application_name", purpose.rawValue),
            ("target_session_attrs", purpose.wantsPrimary ? "read-write" : "any"),
        ]
    }

    /// Every wait has a limit, and a process that stalls inside a transaction does not keep others from
    /// writing. Each connection plans a statement once, as with SQLite. Acknowledged writes are on disk.
    private static let settings = """
        SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '5s';
        SET default_transaction_isolation = 'read committed'; SET client_min_messages = 'warning';
        SET plan_cache_mode = 'force_generic_plan'; SET jit = off;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
        """

    /// For statements that readers wait for. Each statement finds a few rows through an index, in the order of
    /// the index. The server must not scan or sort a whole table, whatever it estimates about its tables or
    /// about unknown values.
    private static let alongIndexes = """
        SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;
        SET enable_sort = off;
        """

    /// The host that last accepted writes, for each list of hosts in an address.
    private static let lastPrimary = Mutex<[[PostgreSQLAddress.Host]: PostgreSQLAddress.Host]>([:])

    /// Opens a session in pipeline mode with non-blocking calls, on the first suitable host. Throws
    /// `unreachable`.
    static func open(_ address: PostgreSQLAddress) throws(DatabaseFault) -> OpaquePointer {
        var faults: [String] = []
        for host in inOrder(address) {
            do {
                let session = try open(address, [("host", host.name), ("port", host.port)])
                if address.purpose.wantsPrimary { lastPrimary.withLock { $0[address.hosts] = host } }
                return session
            } catch .unreachable(let fault) { faults.append(fault) }
        }
        guard faults.isEmpty else { throw .unreachable(faults.joined(separator: "; ")) }
        return try open(address, [])
    }

    /// Puts the last known primary first if the primary is wanted, so that new sessions do not wait for a
    /// silent host.
    private static func inOrder(_ address: PostgreSQLAddress) -> [PostgreSQLAddress.Host] {
        guard address.purpose.wantsPrimary, let last = lastPrimary.withLock({ $0[address.hosts] }) else {
            return address.hosts
        }
        return [last] + address.hosts.filter { $0 != last }
    }

    /// `host` overrides the host in the address.
    private static func open(
        _ address: PostgreSQLAddress, _ host: [(String, String)]
    ) throws(DatabaseFault) -> OpaquePointer {
        let options = before(address.purpose) + [("dbname", address.text), ("client_encoding", "UTF8")] + host
        guard let session = connect(options) else { throw .unreachable("libpq ran out of memory") }
        if let fault = fault(of: session, patience: address.patience) {
            PQfinish(session)
            throw .unreachable(fault)
        }
        return session
    }

    private static func connect(_ options: [(String, String)]) -> OpaquePointer? {
        withCStrings(options.map(\.0)) { names in withCStrings(options.map(\.1)) { PQconnectdbParams(names, $0, 1) } }
    }

    private static func fault(of session: OpaquePointer, patience: Duration?) -> String? {
        guard PQstatus(session) == CONNECTION_OK else { return String(cString: PQerrorMessage(session)) }
        guard PQserverVersion(session) >= oldestServer else { return "Broadsheet needs PostgreSQL 15 or newer" }
        guard PQparameterStatus(session, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
            return "the encoding of the database must be UTF8"
        }
        let longest = patience.map { $0 / .milliseconds(1) } ?? 0
        // Work without a time limit reads whole tables, so the server may choose the plan.
        let planning = patience == nil ? "" : alongIndexes
        let result = PQexec(session, "SET statement_timeout = \(Int(longest)); \(planning) \(settings)")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, PQsetnonblocking(session, 1) == 0,
            PQenterPipelineMode(session) == 1
        else { return String(cString: PQerrorMessage(session)) }
        return nil
    }

    private static func withCStrings<R>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> R
    ) -> R {
        let copies = texts.map { strdup($0) }
        defer { for copy in copies { free(copy) } }
        let pointers = copies.map { UnsafePointer<CChar>($0) } + [nil]
        return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
    }
}
