package import Newsroom
import Synchronization

/// Checks passwords one at a time. The slow hash takes memory and a processor, and many guesses at once must
/// not use up either.
///
/// The queue is short. An attempt that finds it full is refused immediately. An attempt whose client has
/// disconnected is dropped before its hash is computed. Known browsers have their own lane, which goes first.
package final class PasswordQueue: Sendable {
    package enum Lane: Int, CaseIterable, Sendable { case knownBrowsers, others }

    /// The maximum number of attempts that wait in each lane. One hash takes a fifth of a second.
    package static let longest = 12

    private struct Waiting {
        let hasLeft: @Sendable () -> Bool
        let turn: CheckedContinuation<Turn, Never>
    }

    private enum Turn { case now, never, full }

    private struct State {
        var isBusy = false
        var lanes: [[Waiting]] = Lane.allCases.map { _ in [] }

        /// Removes the next attempt whose client is still connected, and the attempts before it.
        mutating func next() -> (next: Waiting?, left: [Waiting]) {
            var left: [Waiting] = []
            for lane in lanes.indices {
                while !lanes[lane].isEmpty {
                    let first = lanes[lane].removeFirst()
                    if !first.hasLeft() { return (first, left) }
                    left.append(first)
                }
            }
            isBusy = false
            return (nil, left)
        }

        /// Removes the attempts in a lane whose clients have disconnected.
        mutating func takeLeft(in lane: Lane) -> [Waiting] {
            let tries = lanes[lane.rawValue].map { (waiting: $0, hasLeft: $0.hasLeft()) }
            lanes[lane.rawValue] = tries.filter { !$0.hasLeft }.map(\.waiting)
            return tries.filter(\.hasLeft).map(\.waiting)
        }
    }

    private let state = Mutex(State())
    private let check: @Sendable (_ password: String, _ hash: String) -> Bool

    package init(check: @escaping @Sendable (_ password: String, _ hash: String) -> Bool = Password.matches) {
        self.check = check
    }

    /// The number of waiting attempts.
    package var count: Int { state.withLock { $0.lanes.reduce(0) { $0 + $1.count } } }

    /// Waits for this attempt's turn and checks the password. Refuses with `unavailable` if too many attempts
    /// are waiting, or if the client disconnects before its turn.
    package func matches(
        _ password: String, _ hash: String, lane: Lane, hasLeft: @escaping @Sendable () -> Bool
    ) async throws(Refusal) -> Bool {
        switch await turn(lane, hasLeft) {
        case .full, .never: throw Refusal(.signIn(.tooMany), retryAfter: 3)
        case .now: break
        }
        defer { handOver() }
        return check(password, hash)
    }

    private func turn(_ lane: Lane, _ hasLeft: @escaping @Sendable () -> Bool) async -> Turn {
        await withCheckedContinuation { continuation in
            let (turn, left) = state.withLock { state -> (Turn?, [Waiting]) in
                guard state.isBusy else {
                    state.isBusy = true
                    return (.now, [])
                }
                let left = state.takeLeft(in: lane)
                guard state.lanes[lane.rawValue].count < Self.longest else { return (.full, left) }
                state.lanes[lane.rawValue].append(Waiting(hasLeft: hasLeft, turn: continuation))
                return (nil, left)
            }
            for waiting in left { waiting.turn.resume(returning: .never) }
            if let turn { continuation.resume(returning: turn) }
        }
    }

    private func handOver() {
        let (next, left) = state.withLock { $0.next() }
        for waiting in left { waiting.turn.resume(returning: .never) }
        next?.turn.resume(returning: .now)
    }
}
