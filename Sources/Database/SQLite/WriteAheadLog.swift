import Foundation
import GRDB
import Synchronization

/// Keeps SQLite's write-ahead log short without keeping writers waiting.
///
/// What was committed is brought into the database file by a connection of its own, beside the writer. The log can be overwritten
/// from its start only after a moment at which all of it has been brought over. Such a moment may not come while writers follow
/// each other closely; so the writer waits for one each time the log has become long.
final class WriteAheadLog: Sendable {
    /// Pages that are brought over at a time, 16 MB: what was changed often is written once.
    private static let portion = 4_000
    /// Pages, 64 MB: seldom enough that writers who meet the wait are less than one in a hundred.
    private static let long = 16_000
    /// Bytes of the file once all of it was brought over: somewhat more than a long log takes.
    static let longestFile = 96_000_000

    private struct State {
        /// Pages written since the last time that they began to be brought over.
        var pages = 0
        /// Pages in the log at that time, or more; none once it can be overwritten.
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
            connection.writeWithoutTransaction { bringOver(on: $0, writerWaits: true) }
        } else {
            connection.asyncWriteWithoutTransaction { self.bringOver(on: $0, writerWaits: false) }
        }
    }

    func close() throws { try connection.close() }

    /// What a reader still needs stays for the next time, as does everything where the disk is full.
    private func bringOver(on connection: GRDB.Database, writerWaits: Bool) {
        state.withLock { state in
            state.length += state.pages
            state.pages = 0
        }
        // A connection that was opened when there was no log yet learns of it by reading.
        try? connection.execute(sql: "SELECT 1 FROM sqlite_master LIMIT 1")
        let log = try? connection.checkpoint(.passive)
        state.withLock { state in
            state.isWorking = false
            guard let log, log.walFrameCount >= 0 else { return }
            // A writer that did not wait may be in the middle of a transaction, which goes on at the end of the log.
            let isAll = writerWaits && log.checkpointedFrameCount == log.walFrameCount
            state.length = isAll ? 0 : log.walFrameCount
        }
    }
}
