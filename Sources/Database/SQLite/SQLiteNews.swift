import Foundation
import Synchronization

/// Notices commits to a database file, above all those by other processes. SQLite keeps a number that changes
/// with every commit (sqlite.org/pragma.html#pragma_data_version). A separate connection reads the number. It
/// opens at the first call, so a command that never asks for news does not open it.
final class SQLiteNews: Sendable {
    /// Possible news is reported at least this often, so that a caller that failed to read the database tries
    /// again.
    private static let longestSilence = Duration.seconds(2)

    private struct State {
        /// Reads the number, on the separate connection.
        var question: SQLiteStatement?
        var isClosed = false
        var version: Int64?
        var nextLook = ContinuousClock.now
    }

    private let file: URL
    private let state = Mutex(State())

    init(of file: URL) { self.file = file }

    /// Whether any process, including this one, may have committed something since the last call.
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

    /// Closes the connection along with its only statement.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.question = nil
        }
    }
}
