import Foundation
import Synchronization

/// How close commits follow each other: at once, unless many are reading. Then what comes within a moment shares a commit, for a comment
/// that comes by itself takes the processor for as long as twenty readers.
final class CommitPace: Sendable {
    /// From the beginning of one commit to that of the next while many are reading.
    static let distance = Duration.milliseconds(16)
    /// More answers than this since the last commit began are many.
    static let crowd = 20

    private struct Commit {
        var beginning = ContinuousClock.now
        var readers = 0
    }

    private let readers = Mutex<ReaderCount?>(nil)
    private let last = Mutex(Commit())

    func giveWay(to readers: @escaping ReaderCount) { self.readers.withLock { $0 = readers } }

    /// Returns when the next commit may begin. What is written next waits for it, on the writer's thread.
    func keep() {
        guard let readers = readers.withLock({ $0 }) else { return }
        let last = last.withLock { $0 }
        let rest = Self.rest(since: ContinuousClock.now - last.beginning, readers: readers() - last.readers)
        if rest > .zero { Thread.sleep(forTimeInterval: rest / .seconds(1)) }
        self.last.withLock { $0 = Commit(beginning: .now, readers: readers()) }
    }

    /// How long to wait, so long after the last commit began and with so many readers answered since.
    static func rest(since lastCommit: Duration, readers: Int) -> Duration {
        readers > crowd ? max(.zero, distance - lastCommit) : .zero
    }
}
