import Foundation
import Synchronization

/// Decides how soon one commit may follow another: immediately, or after a short pause while many readers are
/// being served. Writes that arrive during the pause share one commit. A commit for a single comment takes as
/// much processor time as serving twenty readers.
final class CommitPace: Sendable {
    /// The shortest time from the start of one commit to the start of the next, while there are many readers.
    static let distance = Duration.milliseconds(24)
    /// There are many readers if more than this number have been served since the last commit began.
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
