package import Database
package import Logging
import Newsroom
import Storage
import Synchronization

/// Follows the change feed, whoever wrote it: this process, or another one on the same database. Tells each change once, in
/// order, to a consumer.
///
/// The writer itself tells what this process commits, right after the commit. A look at the feed finds what other
/// processes wrote, and changes for which the consumer wants to prepare.
package final class ChangeFollower: Sendable {
    private static let batch = 1_000

    private typealias Waiter = CheckedContinuation<Void, Never>

    private struct State {
        /// Everything up to here has been told; `nil` before the first look.
        var told: Int64?
        /// How many servers have taken the database over. The numbers of one are not those of another.
        var successions = 0
        /// Whether this process has committed something that is not told yet.
        var isBehind = false
        var isLooking = false
        var waiting: [Waiter] = []
    }

    let database: Database
    let consumer: any ChangeConsumer
    private let executor: any TaskExecutor
    let logger: Logger
    private let state = Mutex(State())

    /// Looks at the feed on `executor`, because reading must not hold up the thread of a connection.
    package init(
        _ database: Database, for consumer: any ChangeConsumer, on executor: any TaskExecutor, logger: Logger
    ) {
        self.database = database
        self.consumer = consumer
        self.executor = executor
        self.logger = logger
        database.watchCommits { [weak self] tx in self?.watch(tx) }
    }

    /// Returns once everything that anybody committed before the call has been told.
    package func catchUp() async {
        guard startsLooking() else { return await waitForNextLook() }
        await withTaskExecutorPreference(executor) { await self.look() }
        // Those who came meanwhile may know of more than this look saw.
        if mustGoOn() { Task { await self.lookForAll() } }
    }

    /// Returns once everything that this process committed before the call has been told.
    package func settle() async {
        if state.withLock({ $0.told != nil && !$0.isBehind && !$0.isLooking }) { return }
        await catchUp()
    }

    /// Returns once this change has been told: a reader who has seen it must meet nothing older afterwards.
    package func reach(_ number: Int64) async {
        if state.withLock({ $0.told.map { number <= $0 } ?? false }) { return }
        await catchUp()
    }

    /// Whether nobody is looking: then the caller does.
    private func startsLooking() -> Bool {
        state.withLock { state in
            defer { state.isLooking = true }
            return !state.isLooking
        }
    }

    /// Whether somebody waits for another look; if not, looking is over.
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
                logger.warning("the database has gone back to an older state; all pages are rendered anew")
                try await beginAgain(database.successions)
            }
            consumer.setDisconnected(database.isAway)
        } catch DatabaseFault.unreachable {
            // Readers prefer a page that says that it may be old to none.
            consumer.setDisconnected(true)
        } catch {
            logger.warning("changes cannot be read", metadata: ["error": "\(error)"])
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

    /// Begins after the latest change: every page that is read from now on shows what was before. The same holds when
    /// another server has taken the database over, and may lack what the one before had.
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

    /// The database was restored, and lacks changes that were told.
    private struct FeedWentBack: Error {}

    private func tell(_ changes: [Change], in state: inout State, _ show: ([Change]) -> Void) {
        show(changes)
        state.told = changes.last?.number ?? state.told
    }
}

extension ChangeFollower {
    /// Looks at a transaction before its commit, on the thread of the writer, and returns what tells its changes after it.
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
