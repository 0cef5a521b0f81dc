import HTTPServer
import Newsroom
import Synchronization

/// Checks passwords one at a time: the slow hash takes memory and a processor, and a crowd of guesses must not take
/// all of both.
///
/// The queue is short. A try that finds it full is refused at once, and a try whose client has left is dropped before
/// its hash is made. Browsers that have signed in before have a lane of their own, which goes first.
final class PasswordQueue: Sendable {
    enum Lane: Int, CaseIterable { case knownBrowsers, others }

    /// Tries that wait in each lane; a hash takes a fifth of a second.
    static let longest = 12

    private struct Waiting {
        let client: ClientPresence?
        let turn: CheckedContinuation<Turn, Never>
    }

    private enum Turn { case now, never, full }

    private struct State {
        var isBusy = false
        var lanes: [[Waiting]] = Lane.allCases.map { _ in [] }

        /// The next whose client is still there, and those before it whose client has left.
        mutating func next() -> (next: Waiting?, left: [Waiting]) {
            var left: [Waiting] = []
            for lane in lanes.indices {
                while !lanes[lane].isEmpty {
                    let first = lanes[lane].removeFirst()
                    if first.client?.hasLeft != true { return (first, left) }
                    left.append(first)
                }
            }
            isBusy = false
            return (nil, left)
        }

        /// Those of a lane whose client has left.
        mutating func takeLeft(in lane: Lane) -> [Waiting] {
            let left = lanes[lane.rawValue].filter { $0.client?.hasLeft == true }
            lanes[lane.rawValue].removeAll { $0.client?.hasLeft == true }
            return left
        }
    }

    private let state = Mutex(State())
    private let check: @Sendable (_ password: String, _ hash: String) -> Bool

    init(check: @escaping @Sendable (_ password: String, _ hash: String) -> Bool = Password.matches) {
        self.check = check
    }

    /// How many tries wait.
    var count: Int { state.withLock { $0.lanes.reduce(0) { $0 + $1.count } } }

    /// Whether this is the password, once it is this try's turn. Refuses with `unavailable` where too many wait, or
    /// the client has left meanwhile.
    func matches(
        _ password: String, _ hash: String, lane: Lane, client: ClientPresence?
    ) async throws(Refusal) -> Bool {
        switch await turn(lane, client) {
        case .full, .never: throw Refusal(.signIn(.tooMany), retryAfter: 3)
        case .now: break
        }
        defer { handOver() }
        return check(password, hash)
    }

    private func turn(_ lane: Lane, _ client: ClientPresence?) async -> Turn {
        await withCheckedContinuation { continuation in
            let (turn, left) = state.withLock { state -> (Turn?, [Waiting]) in
                guard state.isBusy else {
                    state.isBusy = true
                    return (.now, [])
                }
                let left = state.takeLeft(in: lane)
                guard state.lanes[lane.rawValue].count < Self.longest else { return (.full, left) }
                state.lanes[lane.rawValue].append(Waiting(client: client, turn: continuation))
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
