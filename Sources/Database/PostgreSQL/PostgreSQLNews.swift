import Foundation
import Synchronization

/// Learns of what other programs commit, by notifications (postgresql.org/docs/15/sql-notify.html). They are a sign to look, no more:
/// what was missed while the connection was away stands in the database.
///
/// Nothing listens until somebody asks: a command that ends early has no thread that is still logging in while the process takes down
/// what that needs.
final class PostgreSQLNews: Sendable {
    /// How often to look without a sign…
    private static let longestSilence = Duration.seconds(2)
    /// …and while no sign could come.
    private static let longestDeafness = Duration.milliseconds(250)
    private static let restBetweenTries = 0.25
    private static let longestAnswer = Duration.seconds(3)

    private struct State {
        var isBegun = false
        var hasNews = true
        var isListening = false
        /// Whether the connection was lost, and there is no other one yet.
        var isDeaf = false
        var isClosed = false
        var nextLook = ContinuousClock.now
        /// The timeline of the server that was heard last.
        var timeline: Int64?
        var successions = 0
    }

    private let address: PostgreSQLAddress
    private let writer: String
    private let state = Mutex(State())

    /// `writer` is this program's own name, of whose commits it knows.
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

    /// Whether something may have been committed since this was asked last.
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

    /// How often another server has taken the place of the one before. Where it had not got all of the log, what was committed last
    /// is lost.
    var successions: Int { state.withLock { $0.successions } }

    var isDeaf: Bool { state.withLock { $0.isDeaf } }

    func close() { state.withLock { $0.isClosed = true } }

    private func met(_ timeline: Int64?) {
        state.withLock { state in
            if let timeline, let known = state.timeline, timeline != known { state.successions += 1 }
            state.timeline = timeline ?? state.timeline
        }
    }

    /// Whether to go on. `nil` is the loss of the connection.
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
        try connection.command("LISTEN broadsheet", within: longestAnswer)
        // Something may have been committed before this connection stood.
        var goesOn = heard(true)
        while goesOn {
            let signs = try connection.notifications(within: .seconds(1))
            // A line that has gone silent looks like one on which there is nothing to hear.
            if signs.isEmpty { try connection.command("SELECT 1", within: longestAnswer) }
            goesOn = heard(signs.contains { $0 != writer })
        }
    }
}
