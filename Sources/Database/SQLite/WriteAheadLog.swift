import Foundation
import GRDB
import Synchronization

/// Keeps SQLite's write-ahead log short without keeping writers waiting.
///
/// What was committed is brought into the database file by a connection of its own, beside the writer. The log can be overwritten
/// from its start only after a moment at which all of it has been brought over. Such a moment may not come while writers follow
/// each other closely; so the writer waits for one each time the log has become long.
final class WriteAheadLog: Sendable {
    /// Pages that are brought over at a time; 4 MB, as SQLite does by itself.
    private static let portion = 1_000
    /// Pages, 64 MB: seldom enough that writers who meet the wait are less than one in a hundred.
    private static let long = 16_000

    private struct State {
        /// Pages written since the last time that they were brought over.
        var pages = 0
        /// The length of the log at that time, unless all of it was brought over.
        var length = 0
        var isWorking = false
    }

    private let connection: DatabaseQueue
    private let state = Mutex(State())

    init(of file: URL) throws {
        var configuration = Configuration()
        configuration.label = "broadsheet.log"
        connection = try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// Told by the writer after each commit how many pages it has written; may keep it from the next one for a while.
    func grew(by pages: Int) {
        let (isDue, isLong) = state.withLock { state in
            state.pages += pages
            let isLong = state.length + state.pages >= Self.long
            guard state.pages >= Self.portion, isLong || !state.isWorking else { return (false, false) }
            state.isWorking = true
            return (true, isLong)
        }
        guard isDue else { return }
        if isLong {
            connection.writeWithoutTransaction { bringOver(on: $0) }
        } else {
            connection.asyncWriteWithoutTransaction { self.bringOver(on: $0) }
        }
    }

    func close() throws { try connection.close() }

    /// What a reader still needs stays for the next time, as does everything where the disk is full.
    private func bringOver(on connection: GRDB.Database) {
        state.withLock { $0.pages = 0 }
        let log = try? connection.checkpoint(.passive)
        state.withLock { state in
            state.isWorking = false
            guard let log else { return }
            let isAll = state.pages == 0 && log.checkpointedFrameCount == log.walFrameCount
            state.length = isAll ? 0 : log.walFrameCount
        }
    }
}
