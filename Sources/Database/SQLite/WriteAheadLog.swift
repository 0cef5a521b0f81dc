import Foundation
import GRDB
import GRDBSQLite
import Synchronization

/// Keeps SQLite's write-ahead log short without keeping writers waiting.
///
/// What was committed is brought into the database file by a connection of its own, beside the writer. The log can be overwritten
/// from its start only after a moment at which all of it has been brought over. Such a moment may not come while writers follow
/// each other closely; so once the log is long, it is brought over again and again, each time the little that came meanwhile, until
/// so little is left that the writer can wait for it.
///
/// SQLite has the database file written to disk only at that moment. So that the writer does not wait for all of it then, it is
/// written to disk each time.
final class WriteAheadLog: Sendable {
    /// Pages, 64 MB: what was changed often is written once.
    private static let long = 16_000
    /// Pages that the writer may wait for: some milliseconds. Who has just written more may wait for as much again.
    private static let little = 150
    /// Pages, 16 MB: how much longer the log gets before what a reader kept in it is tried again.
    private static let portion = 4_000
    /// Pages, 256 MB: the writer waits, whatever is left.
    private static let tooLong = 64_000
    /// Bytes of the file once all of it was brought over: somewhat more than a long log takes.
    static let longestFile = 96_000_000

    private struct State {
        /// Pages written since the last time that they began to be brought over.
        var pages = 0
        /// Pages in the log at that time, or more; none once it can be overwritten.
        var length = 0
        /// How many pages may be in the log before it is long. More, as long as a reader keeps the log from being overwritten.
        var allowed = WriteAheadLog.long
        var isWorking = false

        /// What is to be done after a commit of so many pages; `nil` where nothing is.
        func nextStep(after commit: Int) -> Step? {
            let excess = length + pages - allowed
            let isTooLong = excess >= WriteAheadLog.tooLong - WriteAheadLog.long
            if isTooLong || (excess >= 0 && !isWorking && pages <= max(WriteAheadLog.little, commit)) {
                return .whileWriterWaits
            }
            return excess >= 0 && !isWorking ? .besideWriter : nil
        }
    }

    private enum Step { case besideWriter, whileWriterWaits }

    private let connection: DatabaseQueue
    private let state = Mutex(State())

    init(of file: URL) throws {
        var configuration = Configuration()
        configuration.label = "broadsheet.log"
        connection = try DatabaseQueue(path: file.path, configuration: configuration)
    }

    /// Told by the writer after each commit how many pages it has written; may keep it from the next one for a while.
    func grew(by pages: Int) {
        let step = state.withLock { state in
            state.pages += pages
            let step = state.nextStep(after: pages)
            if step != nil { state.isWorking = true }
            return step
        }
        switch step {
        case .whileWriterWaits: connection.writeWithoutTransaction { bringOver(on: $0, writerWaits: true) }
        case .besideWriter:
            connection.asyncWriteWithoutTransaction { self.bringOver(on: $0, writerWaits: false) }
        case nil: break
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
        if !writerWaits { connection.syncFile() }
        state.withLock { state in
            state.isWorking = false
            guard writerWaits else {
                // The writer may be in the middle of a transaction, which goes on at the end of the log.
                if let log, log.walFrameCount >= 0 { state.length = log.walFrameCount }
                return
            }
            let isAll = log.map { $0.walFrameCount >= 0 && $0.checkpointedFrameCount == $0.walFrameCount } ?? false
            state.allowed = isAll ? Self.long : state.length + Self.portion
            if isAll { state.length = 0 }
        }
    }
}

extension GRDB.Database {
    /// Waits until what was written into the database file is on the disk.
    fileprivate func syncFile() {
        var file: UnsafeMutablePointer<sqlite3_file>?
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_FILE_POINTER, &file)
        if let file { _ = file.pointee.pMethods?.pointee.xSync(file, SQLITE_SYNC_NORMAL) }
    }
}
