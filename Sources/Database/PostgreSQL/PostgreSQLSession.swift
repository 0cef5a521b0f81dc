import CLibPQ
import Foundation

/// A session in libpq's pipeline mode: the server carries out statements in order, and their results are read
/// together (postgresql.org/docs/15/libpq-pipeline-mode.html). A wait that takes too long ends the session.
final class PostgreSQLSession {
    private enum Sent {
        case statement(name: StaticString)
        /// The end of a batch whose results are read together.
        case end
    }

    /// Milliseconds between two checks of `isSuperseded` during a wait.
    private static let longestWait: Int32 = 500

    private let handle: OpaquePointer
    private let patience: Duration?
    private let isSuperseded: @Sendable () -> Bool
    private var sent: [Sent] = []
    private var isGivenUp = false
    /// A deadline for all waits, in addition to the limit of each wait.
    var end: ContinuousClock.Instant?

    /// Throws `unreachable`.
    init(_ address: PostgreSQLAddress, isSuperseded: @escaping @Sendable () -> Bool) throws(DatabaseFault) {
        self.isSuperseded = isSuperseded
        handle = try PostgreSQLOpening.open(address)
        // libpq would write notices to standard error, without a time or name. Their causes soon show up as
        // faults.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        // The server itself stops statements that take too long. This limit is for a server that fails to do
        // so.
        patience = address.patience.map { $0 + min($0, .seconds(5)) }
    }

    deinit { PQfinish(handle) }

    var isAlive: Bool { !isGivenUp && PQstatus(handle) == CONNECTION_OK }
    var unanswered: Int { sent.count }

    /// Asks the server to prepare a statement under this name.
    func prepare(_ sql: SQL, as statement: String, types: [Oid], name: StaticString) throws(DatabaseFault) {
        guard PQsendPrepare(handle, statement, sql.text, Int32(types.count), types) == 1 else { throw lost() }
        sent.append(.statement(name: name))
    }

    /// Asks the server to carry out a prepared statement.
    func send(_ statement: String, _ values: [StoredValue], name: StaticString) throws(DatabaseFault) {
        guard PostgreSQLParameters(values).send(to: handle, statement: statement) else { throw lost() }
        sent.append(.statement(name: name))
    }

    /// Sends everything without waiting for the results.
    func leave() throws(DatabaseFault) {
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        sent.append(.end)
        _ = PQflush(handle)
    }

    /// Waits for the results of everything sent. Returns the last one, or throws the first fault.
    func answer() throws(DatabaseFault) -> PostgreSQLResult? {
        try leave()
        defer { sent = [] }
        var last: PostgreSQLResult?
        var fault: DatabaseFault?
        for item in sent {
            guard let result = try received(within: patience) else { throw lost() }
            guard case .statement(let name) = item else { continue }
            while try received(within: patience) != nil {}
            fault = fault ?? result.fault(in: name)
            last = result
        }
        guard let fault else { return last }
        if case .unreachable = fault { isGivenUp = true }
        throw isAlive || isGivenUp ? fault : lost()
    }

    /// Runs statements without parameters outside of the pipeline, with no time limit if `time` is `nil`.
    /// `rows` are sent when `COPY` asks for them.
    func script(
        _ sql: String, feeding rows: PostgreSQLCopy? = nil, within time: Duration?, name: StaticString = "script"
    ) throws(DatabaseFault) {
        if !sent.isEmpty { _ = try answer() }
        guard PQexitPipelineMode(handle) == 1, PQsendQuery(handle, sql) == 1 else { throw lost() }
        var fault: DatabaseFault?
        while let result = try received(within: time) {
            if let rows, PQresultStatus(result.handle) == PGRES_COPY_IN {
                try send(rows)
            } else {
                fault = fault ?? result.fault(in: name)
            }
        }
        guard PQenterPipelineMode(handle) == 1 else { throw lost() }
        if let fault { throw fault }
    }

    /// Inserts rows with `COPY`.
    func copy(_ rows: PostgreSQLCopy, name: StaticString) throws(DatabaseFault) {
        try script(rows.sql, feeding: rows, within: patience, name: name)
    }

    private func send(_ rows: PostgreSQLCopy) throws(DatabaseFault) {
        let isSent = rows.bytes.withUnsafeBytes {
            PQputCopyData(handle, $0.assumingMemoryBound(to: CChar.self).baseAddress, Int32($0.count))
        }
        guard isSent == 1, PQputCopyEnd(handle, nil) == 1 else { throw lost() }
    }

    /// Waits for notifications and returns their payloads.
    func notifications(within time: Duration) throws(DatabaseFault) -> [String] {
        if try waits(until: .now + time) { guard PQconsumeInput(handle) == 1 else { throw lost() } }
        var carried: [String] = []
        while let notification = PQnotifies(handle) {
            carried.append(String(cString: notification.pointee.extra))
            PQfreemem(notification)
        }
        return carried
    }

    private func received(within time: Duration?) throws(DatabaseFault) -> PostgreSQLResult? {
        let end = [time.map { ContinuousClock.now + $0 }, end].compactMap(\.self).min()
        while PQisBusy(handle) == 1 {
            guard try waits(until: end) else {
                isGivenUp = true
                throw .unreachable("the database did not respond in time")
            }
            guard PQconsumeInput(handle) == 1 else { throw lost() }
        }
        return PQgetResult(handle).map(PostgreSQLResult.init)
    }

    /// Sends the remaining data, and waits until there is something to read. Returns `false` if nothing
    /// arrives in time.
    private func waits(until end: ContinuousClock.Instant?) throws(DatabaseFault) -> Bool {
        while true {
            let mustSend = PQflush(handle) == 1
            var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN | (mustSend ? POLLOUT : 0)), revents: 0)
            let left = end.map { Int32(max(0, ($0 - .now) / .milliseconds(1))) } ?? .max
            guard socket.fd >= 0 else { throw lost() }
            let ready = poll(&socket, 1, min(left, Self.longestWait))
            if ready == 0, isSuperseded() {
                isGivenUp = true
                throw .unreachable("another server took over from this one")
            }
            if ready == 0, left <= Self.longestWait { return false }
            if ready > 0, Int32(socket.revents) & ~POLLOUT != 0 { return true }
        }
    }

    private func lost() -> DatabaseFault {
        isGivenUp = true
        return .unreachable(String(cString: PQerrorMessage(handle)))
    }
}
