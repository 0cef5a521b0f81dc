import Foundation
import Synchronization

/// Keeps SQLite's write-ahead log short, and holds up the writer as little as possible.
///
/// A separate connection copies committed pages from the log to the database file, alongside the writer.
/// SQLite can overwrite the log from its start only after a moment at which all of it has been copied. With
/// many writes in close succession, that moment may never come. Once the log is long, it is therefore copied
/// again and again. Each pass copies only what was added during the previous one, until so little is left
/// that the writer can wait for it.
///
/// SQLite itself syncs the database file only when all of the log has been copied. The earlier passes sync
/// the file too, so that the last pass has little left to sync while the writer waits.
///
/// On a small disk, a shorter log already counts as long, to leave space for the database file to grow. If
/// the disk is too full for the log itself, everything possible is copied, so that the next writes can
/// overwrite the log.
final class WriteAheadLog: Sendable {
    /// Pages, 64 MB: a longer log is copied. Until then, a page that changes often is copied only once.
    private static let long = 16_000
    /// Pages, some milliseconds of copying: the writer may wait for this much. If its last commit wrote more,
    /// it may wait for that much instead.
    private static let little = 150
    /// Pages, 16 MB: how much the log grows before another try, after a reader has kept it from being
    /// overwritten.
    private static let portion = 4_000
    /// A log counts as long once it takes up 1/`shareOfRoom` of the sum of the free disk space and its own
    /// size.
    private static let shareOfRoom = 4
    private static let restBetweenTries = Duration.seconds(1)
    /// Bytes of a page and of its header in the log.
    private static let pageBytes = 4_120
    /// Pages, 256 MB: if the log is this long, the writer waits however much is left to copy.
    private static let tooLong = 64_000
    /// Bytes, somewhat more than a long log has. After a complete copy, SQLite cuts the log's file back to
    /// this size.
    static let longestFile = 96_000_000

    private struct State {
        /// Pages written since the last copy began.
        var pages = 0
        /// An upper bound on the pages in the log at that time; 0 once the log can be overwritten.
        var length = 0
        /// How many pages the log may have before it counts as long. Grows while a reader keeps the log from
        /// being overwritten.
        var allowed: Int
        var isWorking = false
        /// When the log was last copied because the disk was full.
        var lastTry: ContinuousClock.Instant?

        /// The step after a commit of this many pages; `nil` if none is due.
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

        /// Records how much of the log was copied; `nil` if the checkpoint was refused.
        mutating func note(_ log: (pages: Int, broughtOver: Int)?, writerWaits: Bool, _ file: URL) {
            isWorking = false
            guard writerWaits else {
                // The writer may be in the middle of a transaction, which continues at the end of the log.
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
        // A killed process may have left a long log behind.
        state = Mutex(State(length: Self.pagesOfLog(of: file), allowed: Self.allowance(for: file)))
        handle = Mutex(try SQLiteHandle(.file(file)))
    }

    private static func pagesOfLog(of file: URL) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path + "-wal")
        return (attributes?[.size] as? Int ?? 0) / pageBytes
    }

    /// How many pages a log that starts over may have before it counts as long.
    private static func allowance(for file: URL) -> Int {
        let folder = file.deletingLastPathComponent().path
        let system = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = system?[.systemFreeSize] as? NSNumber else { return long }
        let room = free.int64Value / Int64(pageBytes) + Int64(pagesOfLog(of: file))
        return Int(clamping: min(Int64(long), max(Int64(little), room / Int64(shareOfRoom))))
    }

    /// The writer reports after each commit how many pages it has written, and whether the disk was full. The
    /// call may block the writer for a while.
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

    /// Copies as many pages as possible. Pages that are newer than a current reader's snapshot wait for the
    /// next time. If the disk is too full for the database file to grow, all pages wait.
    private func bringOver(writerWaits: Bool) {
        handle.withLock { handle in
            state.withLock { state in
                state.length += state.pages
                state.pages = 0
            }
            // A connection that was opened before the log existed finds out about it by reading.
            try? handle.execute("SELECT 1 FROM sqlite_master LIMIT 1")
            let log = handle.checkpoint(.passive)
            if !writerWaits { handle.syncFile() }
            state.withLock { state in state.note(log, writerWaits: writerWaits, file) }
        }
    }
}
