import Foundation
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
///
/// On a small disk the log is long sooner, so that there is room for what it is brought into. Where there is none for the log itself, all
/// that can be is brought over, so that what comes next may overwrite it.
final class WriteAheadLog: Sendable {
    /// Pages, 64 MB: what was changed often is written once.
    private static let long = 16_000
    /// Pages that the writer may wait for: some milliseconds. A writer that has just written more may wait for as much again.
    private static let little = 150
    /// Pages, 16 MB: how much longer the log gets before what a reader kept in it is tried again.
    private static let portion = 4_000
    /// Of the room that there is, with what the log takes: as much as a long log may take at most.
    private static let shareOfRoom = 4
    private static let restBetweenTries = Duration.seconds(1)
    /// A page, and what the log says of it.
    private static let pageBytes = 4_120
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
        var allowed: Int
        var isWorking = false
        /// When room was last made where there was none.
        var lastTry: ContinuousClock.Instant?

        /// What is to be done after a commit of so many pages; `nil` where nothing is.
        mutating func nextStep(after commit: Int, lacksRoom: Bool) -> Step? {
            if lacksRoom, !isWorking, lastTry.map({ .now - $0 > WriteAheadLog.restBetweenTries }) ?? true {
                lastTry = .now
                return .whileWriterWaits
            }
            let excess = length + pages - allowed
            let isTooLong = excess >= WriteAheadLog.tooLong - WriteAheadLog.long
            if isTooLong || (excess >= 0 && !isWorking && pages <= max(WriteAheadLog.little, commit)) {
                return .whileWriterWaits
            }
            return excess >= 0 && !isWorking ? .besideWriter : nil
        }

        /// Takes in how much of the log was brought over; `nil` where nothing was.
        mutating func note(_ log: (pages: Int, broughtOver: Int)?, writerWaits: Bool, _ file: URL) {
            isWorking = false
            guard writerWaits else {
                // The writer may be in the middle of a transaction, which goes on at the end of the log.
                if let log { length = log.pages }
                return
            }
            let isAll = log.map { $0.pages == $0.broughtOver } ?? false
            allowed = isAll ? WriteAheadLog.allowance(for: file) : length + WriteAheadLog.portion
            if isAll { length = 0 }
        }
    }

    private enum Step { case besideWriter, whileWriterWaits }

    private let file: URL
    private let thread = WorkingThread("log")
    private let handle: Mutex<SQLiteHandle>
    private let state: Mutex<State>

    init(of file: URL) throws {
        self.file = file
        // What a program that was killed has left is long already, or not.
        state = Mutex(State(length: Self.pagesOfLog(of: file), allowed: Self.allowance(for: file)))
        handle = Mutex(try SQLiteHandle(.file(file)))
    }

    private static func pagesOfLog(of file: URL) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path + "-wal")
        return (attributes?[.size] as? Int ?? 0) / pageBytes
    }

    /// How many pages may be in a log that begins anew.
    private static func allowance(for file: URL) -> Int {
        let folder = file.deletingLastPathComponent().path
        let system = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = system?[.systemFreeSize] as? NSNumber else { return long }
        let room = free.int64Value / Int64(pageBytes) + Int64(pagesOfLog(of: file))
        return Int(clamping: min(Int64(long), max(Int64(little), room / Int64(shareOfRoom))))
    }

    /// Told by the writer after each commit how many pages it has written, and whether there was no room for them; may keep it from the
    /// next one for a while.
    func grew(by pages: Int, lacksRoom: Bool) {
        let step = state.withLock { state in
            state.pages += pages
            let step = state.nextStep(after: pages, lacksRoom: lacksRoom)
            if step != nil { state.isWorking = true }
            return step
        }
        switch step {
        case .whileWriterWaits: bringOver(writerWaits: true)
        case .besideWriter: thread.run { self.bringOver(writerWaits: false) }
        case nil: break
        }
    }

    func close() { handle.withLock { $0.close() } }

    /// What a reader still needs stays for the next time, as does everything where the disk is full.
    private func bringOver(writerWaits: Bool) {
        handle.withLock { handle in
            state.withLock { state in
                state.length += state.pages
                state.pages = 0
            }
            // A connection that was opened when there was no log yet learns of it by reading.
            try? handle.execute("SELECT 1 FROM sqlite_master LIMIT 1")
            let log = handle.checkpoint(.passive)
            if !writerWaits { handle.syncFile() }
            state.withLock { state in state.note(log, writerWaits: writerWaits, file) }
        }
    }
}
