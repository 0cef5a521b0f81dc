package import Database
package import Logging
import Newsroom
import Storage
import Synchronization

/// Follows the change feed, which this process and others on the same database write. Delivers each change
/// once, in order, to a consumer.
///
/// After a commit of this process, the writing thread delivers the changes directly. A look at the feed finds
/// what other processes wrote, and changes for which the consumer has to prepare.
package final class ChangeFollower: Sendable {
    private static let batch = 1_000

    private typealias Waiter = CheckedContinuation<Void, Never>

    private struct State {
        /// The number of the last delivered change; `nil` before the first look.
        var told: Int64?
        /// How many times another server has taken over the database. Each server has its own change numbers.
        var successions = 0
        /// Whether this process has committed changes that are not delivered yet.
        var isBehind = false
        var isLooking = false
        var waiting: [Waiter] = []
    }

    let database: Database
    let consumer: any ChangeConsumer
    private let executor: any TaskExecutor
    let logger: Logger
    private let state = Mutex(State())

    /// Looks at the feed on `executor`, because reading must not block the thread of a connection.
    package init(
        _ database: Database, for consumer: any ChangeConsumer, on executor: any TaskExecutor, logger: Logger
    ) {
        self.database = database
        self.consumer = consumer
        self.executor = executor
        self.logger = logger
        database.watchCommits { [weak self] tx in self?.watch(tx) }
    }

    /// Returns when everything that any process committed before the call has been delivered.
    package func catchUp() async {
        guard startsLooking() else { return await waitForNextLook() }
        await withTaskExecutorPreference(executor) { await self.look() }
        // Callers that arrived meanwhile may know of changes that this look did not see.
        if mustGoOn() { Task { await self.lookForAll() } }
    }

    /// Returns when everything that this process committed before the call has been delivered.
    package func settle() async {
        if state.withLock({ $0.told != nil && !$0.isBehind && !$0.isLooking }) { return }
        await catchUp()
    }

    /// Returns when this change has been delivered. A reader who has seen it must see no older page
    /// afterwards.
    package func reach(_ number: Int64) async {
        if state.withLock({ $0.told.map { number <= $0 } ?? false }) { return }
        await catchUp()
    }

    /// Whether no look is running. The caller then has to start one.
    private func startsLooking() -> Bool {
        state.withLock { state in
            defer { state.isLooking = true }
            return !state.isLooking
        }
    }

    /// Whether somebody waits for another look. If not, looking ends.
    private func mustGoOn() -> Bool {
        state.withLock { state in
            state.isLooking = !state.waiting.isEmpty
            return state.isLooking
        }
    }

    private func waitForNextLook() async {
        await withCheckedContinuation { waiter in
            let mustStart = state.withLock { state in
                state.waiting.append(waiter)
                defer { state.isLooking = true }
                return !state.isLooking
            }
            if mustStart { Task(executorPreference: executor) { await self.lookForAll() } }
        }
    }

    private func lookForAll() async {
        repeat {
            let waiting = state.withLock { state in
                defer { state.waiting = [] }
                return state.waiting
            }
            await look()
            for waiter in waiting { waiter.resume() }
        } while mustGoOn()
    }

    private func look() async {
        do {
            do { try await tellWhatIsNew() } catch is FeedWentBack {
                logger.warning("the database returned to an older state; all cached pages are invalidated")
                try await beginAgain(database.successions)
            }
            consumer.setDisconnected(database.isAway)
        } catch DatabaseFault.unreachable {
            // Readers prefer a page that says that it may be outdated to no page.
            consumer.setDisconnected(true)
        } catch {
            logger.warning("cannot read the change feed", metadata: ["error": "\(error)"])
            consumer.loseTrack()
        }
    }

    private func tellWhatIsNew() async throws {
        let successions = database.successions
        guard
            var told = state.withLock({ state in
                state.isBehind = false
                return state.successions == successions ? state.told : nil
            })
        else { return try await beginAgain(successions) }
        while true {
            var changes = try await self.changes(after: told)
            guard !changes.isEmpty else { return consumer.show([]) }
            let isAll = changes.count < Self.batch
            let show = try await consumer.prepare(for: &changes) { after, number in
                try await self.changes(after: after).filter { $0.number <= number }
            }
            state.withLock { tell(changes, in: &$0, show) }
            told = changes.last?.number ?? told
            if isAll { return }
        }
    }

    /// Starts over after the latest change, because every page that is read from now on contains it. Needed
    /// at the start, and whenever the database may lack delivered changes: after a restored backup, or after
    /// another server has taken over.
    private func beginAgain(_ successions: Int) async throws {
        let latest = try await database.look { tx in try tx.latestChange() }
        state.withLock { state in
            consumer.begin(after: latest, isFirst: state.told == nil)
            (state.told, state.successions) = (latest, successions)
        }
    }

    private func changes(after number: Int64) async throws -> [Change] {
        try await database.look { tx in
            let found = try tx.changes(after: number, limit: Self.batch)
            guard try !found.isEmpty || tx.latestChange() >= number else { throw FeedWentBack() }
            return found
        }
    }

    /// The database was restored from a backup and lacks changes that have been delivered.
    private struct FeedWentBack: Error {}

    private func tell(_ changes: [Change], in state: inout State, _ show: ([Change]) -> Void) {
        show(changes)
        state.told = changes.last?.number ?? state.told
    }
}

extension ChangeFollower {
    /// Reads the changes of a transaction before its commit, on the writing thread. Returns a closure that
    /// delivers them after the commit.
    private func watch(_ tx: Transaction) -> (@Sendable () -> Void)? {
        let successions = database.successions
        guard let told = state.withLock({ $0.isLooking || $0.successions != successions ? nil : $0.told }),
            let changes = try? tx.changes(after: told, limit: Self.batch), changes.count < Self.batch,
            !consumer.wantsToPrepare(for: changes)
        else { return { self.state.withLock { $0.isBehind = true } } }
        guard !changes.isEmpty else { return nil }
        return {
            self.state.withLock { state in
                guard !state.isLooking, state.told == told else { return state.isBehind = true }
                self.tell(changes, in: &state, self.consumer.show)
            }
        }
    }
}
