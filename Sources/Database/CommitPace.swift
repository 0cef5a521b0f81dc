import Foundation
import Synchronization

/// Decides how soon one commit may follow another: at once, or after a short pause while many readers are
/// being served. Writes that arrive during the pause share one commit. Committing a single comment on its own
/// takes as much processor time as serving twenty readers.
final class CommitPace: Sendable {
    /// From the start of one commit to the start of the next, while there are many readers.
    static let distance = Duration.milliseconds(24)
    /// More readers than this since the last commit began count as many.
    static let crowd = 20

    private struct State {
        var readers: ReaderCount?
        var lastBeginning = ContinuousClock.now
        /// The reader count when the last commit began.
        var readersThen = 0
    }

    private let state = Mutex(State())

    func giveWay(to readers: @escaping ReaderCount) { state.withLock { $0.readers = readers } }

    /// Sleeps on the writer's thread until the next commit may begin. Writes that arrive meanwhile join that
    /// commit.
    func keep() {
        let state = state.withLock { $0 }
        guard let readers = state.readers else { return }
        let rest = Self.rest(since: .now - state.lastBeginning, readers: readers() - state.readersThen)
        if rest > .zero { Thread.sleep(forTimeInterval: rest / .seconds(1)) }
        self.state.withLock { ($0.lastBeginning, $0.readersThen) = (.now, readers()) }
    }

    /// How long to wait. `lastCommit` is the time since the last commit began, and `readers` the number of
    /// readers served since then.
    static func rest(since lastCommit: Duration, readers: Int) -> Duration {
        readers > crowd ? max(.zero, distance - lastCommit) : .zero
    }
}
