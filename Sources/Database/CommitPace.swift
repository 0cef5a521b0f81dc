import Foundation
import Synchronization

/// How close commits follow each other: at once, unless many are reading. Then what comes within a moment shares a commit, for a comment
/// that comes by itself takes the processor for as long as twenty readers.
final class CommitPace: Sendable {
    /// From the beginning of one commit to that of the next while many are reading.
    static let distance = Duration.milliseconds(24)
    /// More answers than this since the last commit began are many.
    static let crowd = 20

    private struct State {
        var readers: ReaderCount?
        var lastBeginning = ContinuousClock.now
        /// Answered when it began.
        var readersThen = 0
    }

    private let state = Mutex(State())

    func giveWay(to readers: @escaping ReaderCount) { state.withLock { $0.readers = readers } }

    /// Returns when the next commit may begin. What is written next waits for it, on the writer's thread.
    func keep() {
        let state = state.withLock { $0 }
        guard let readers = state.readers else { return }
        let rest = Self.rest(since: .now - state.lastBeginning, readers: readers() - state.readersThen)
        if rest > .zero { Thread.sleep(forTimeInterval: rest / .seconds(1)) }
        self.state.withLock { ($0.lastBeginning, $0.readersThen) = (.now, readers()) }
    }

    /// How long to wait, so long after the last commit began and with so many readers answered since.
    static func rest(since lastCommit: Duration, readers: Int) -> Duration {
        readers > crowd ? max(.zero, distance - lastCommit) : .zero
    }
}
