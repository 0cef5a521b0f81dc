import Foundation
import Synchronization

/// Notices commits by other processes through notifications (postgresql.org/docs/15/sql-notify.html). A
/// notification only says that there is something to read. If a notification is missed while the connection
/// is lost, the database still has the change.
///
/// Listening starts when `mayHaveAny` is first read. A command that never asks for news therefore has no
/// listening thread. If such a thread were still connecting when the process exits, the exit would destroy
/// data that the thread uses.
final class PostgreSQLNews: Sendable {
    /// Possible news is reported at least this often while notifications can arrive.
    private static let longestSilence = Duration.seconds(2)
    /// Possible news is reported at least this often while notifications cannot arrive.
    private static let longestDeafness = Duration.milliseconds(250)
    private static let restBetweenTries = 0.25
    private static let longestAnswer = Duration.seconds(3)

    private struct State {
        var isBegun = false
        var hasNews = true
        var isListening = false
        /// Whether the connection was lost and is not restored yet.
        var isDeaf = false
        var isClosed = false
        var nextLook = ContinuousClock.now
        /// The timeline of the server that this process last connected to.
        var timeline: Int64?
        var successions = 0
    }

    private let address: PostgreSQLAddress
    private let writer: String
    private let state = Mutex(State())

    /// `writer` is the name of this process. Its own commits do not count as news.
    init(_ address: PostgreSQLAddress, writer: String) {
        self.address = address
        self.writer = writer
    }

    private func beginToListen() {
        Thread.detachNewThread { [weak self, address, writer] in
            while self?.state.withLock({ $0.isClosed }) == false {
                do {
                    let connection = try PostgreSQLConnection(address)
                    self?.met(try? LogPosition.timeline(on: connection))
                    try Self.listen(on: connection, ignoring: writer) { [weak self] in self?.heard($0) ?? false }
                } catch { _ = self?.heard(nil) }
                Thread.sleep(forTimeInterval: Self.restBetweenTries)
            }
        }
    }

    /// Whether anything may have been committed since the last call.
    var mayHaveAny: Bool {
        state.withLock { state in
            if !state.isBegun { beginToListen() }
            state.isBegun = true
            let now = ContinuousClock.now
            guard state.hasNews || now >= state.nextLook else { return false }
            state.hasNews = false
            state.nextLook = now + (state.isListening ? Self.longestSilence : Self.longestDeafness)
            return true
        }
    }

    /// How many times another server has taken over from the previous one. If the new server had not received
    /// the whole log, the latest commits are lost.
    var successions: Int { state.withLock { $0.successions } }

    var isDeaf: Bool { state.withLock { $0.isDeaf } }

    func close() { state.withLock { $0.isClosed = true } }

    private func met(_ timeline: Int64?) {
        state.withLock { state in
            if let timeline, let known = state.timeline, timeline != known { state.successions += 1 }
            state.timeline = timeline ?? state.timeline
        }
    }

    /// Takes note of news, or of a lost connection (`nil`). Returns whether to keep listening.
    private func heard(_ hasNews: Bool?) -> Bool {
        state.withLock { state in
            state.isListening = hasNews != nil
            state.isDeaf = hasNews == nil
            if hasNews ?? true { state.hasNews = true }
            return !state.isClosed
        }
    }

    private static func listen(
        on connection: PostgreSQLConnection, ignoring writer: String, _ heard: (_ hasNews: Bool) -> Bool
    ) throws {
        // A process that listens serves the newspaper. The lock keeps others from moving it meanwhile.
        try connection.command(
            """
            SELECT pg_try_advisory_lock_shared(hashtextextended('broadsheet serves ' || current_schema(), 0));
            LISTEN broadsheet
            """, within: longestAnswer)
        // Something may have been committed before this connection was ready.
        var goesOn = heard(true)
        while goesOn {
            let signs = try connection.notifications(within: .seconds(1))
            // A broken connection looks the same as one without notifications, so test it.
            if signs.isEmpty { try connection.command("SELECT 1", within: longestAnswer) }
            goesOn = heard(signs.contains { $0 != writer })
        }
    }
}
