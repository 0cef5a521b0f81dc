import Foundation
import Synchronization

/// Learns of what other programs on the same file commit: SQLite keeps a number that changes with every commit
/// (sqlite.org/pragma.html#pragma_data_version). A command does not ask, and has no connection for it.
final class SQLiteNews: Sendable {
    /// How often to look without a sign: where a look failed, there is none for what it did not see.
    private static let longestSilence = Duration.seconds(2)

    private struct State {
        /// Asks for the number, on a connection of its own.
        var question: SQLiteStatement?
        var isClosed = false
        var version: Int64?
        var nextLook = ContinuousClock.now
    }

    private let file: URL
    private let state = Mutex(State())

    init(of file: URL) { self.file = file }

    /// Whether something may have been committed since this was asked last, by whomever.
    var mayHaveAny: Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            let (now, version) = (ContinuousClock.now, try? version(in: &state))
            guard version == nil || version != state.version || now >= state.nextLook else { return false }
            (state.version, state.nextLook) = (version, now + Self.longestSilence)
            return true
        }
    }

    private func version(in state: inout State) throws -> Int64? {
        let question = try state.question ?? SQLiteHandle(.file(file), .readOnly).prepare("PRAGMA data_version")
        state.question = question
        var version: Int64?
        try question.run { row in version = row.integer(at: 0) }
        return version
    }

    /// Ends the connection with its only statement.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.question = nil
        }
    }
}
