import Database
import Logging
import Newsroom
import Storage
import Synchronization

/// Follows the record of changes, whoever wrote them: this process, or another one on the same database. Tells each change once,
/// in order: the pages that show it are dropped or replaced, then listeners learn of it.
///
/// What this process commits is told by the writer itself, right after the commit. Where many are reading what it touches, and for
/// what others wrote, somebody looks.
final class Ticker: Sendable {
    private static let portion = 1_000

    private typealias Waiter = CheckedContinuation<Void, Never>

    private struct State {
        /// Everything up to here has been told; `nil` before the first look.
        var told: Int64?
        /// Of the server that is the database's after so many others: its numbers are not those of another one.
        var successions = 0
        /// Whether this process has committed something that is not told.
        var isBehind = false
        var isLooking = false
        var waiting: [Waiter] = []
    }

    let renewing: Renewing
    private let database: Database
    private let pages: PageStore
    private let listeners: Listeners
    private let logger: Logger
    private let state = Mutex(State())

    init(database: Database, pages: PageStore, listeners: Listeners, logger: Logger) {
        self.database = database
        self.pages = pages
        self.listeners = listeners
        self.logger = logger
        renewing = Renewing(pages: pages)
    }

    /// Returns once everything that was committed before the call, by whomever, has been told.
    func catchUp() async {
        guard begins() else { return await waitForNextLook() }
        await ReadingRoom.carryOut { await self.look() }
        // Who came meanwhile may know of more than this look saw.
        if mustGoOn() { Task { await self.lookForAll() } }
    }

    /// Returns once everything that this process committed before the call has been told.
    func settle() async {
        if state.withLock({ $0.told != nil && !$0.isBehind && !$0.isLooking }) { return }
        await catchUp()
    }

    /// Returns once this change has been told: whoever has seen it must not meet anything older afterwards.
    func reach(_ number: Int64) async {
        if state.withLock({ $0.told.map { number <= $0 } ?? false }) { return }
        await catchUp()
    }

    /// Whether nobody is looking: then the caller does.
    private func begins() -> Bool {
        state.withLock { state in
            defer { state.isLooking = true }
            return !state.isLooking
        }
    }

    /// Whether somebody waits for another look; where nobody does, looking is over.
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
            if mustStart { Task { await self.lookForAll() } }
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
            do { try await tellWhatIsNew() } catch is RecordWentBack {
                logger.warning("the database has gone back to an older state; all pages are rendered anew")
                try await tellNothingOlder(database.successions)
            }
            pages.isAdrift = database.isAway
        } catch DatabaseFault.unreachable {
            // Readers had better have a page that says that it may be old than none.
            pages.isAdrift = true
        } catch {
            logger.warning("changes cannot be read", metadata: ["error": "\(error)"])
            pages.dropAll()
        }
    }

    private func tellWhatIsNew() async throws {
        let successions = database.successions
        guard
            var told = state.withLock({ state in
                state.isBehind = false
                return state.successions == successions ? state.told : nil
            })
        else { return try await tellNothingOlder(successions) }
        while true {
            var changes = try await self.changes(after: told)
            guard !changes.isEmpty else { return pages.turn(for: []) }
            let isAll = changes.count < Self.portion
            let renewed = try await renewing.pages(touchedBy: &changes) { after, number in
                try await self.changes(after: after).filter { $0.number <= number }
            }
            state.withLock { tell(changes, with: renewed, in: &$0) }
            told = changes.last?.number ?? told
            if isAll { return }
        }
    }

    /// Begins: what was before is on every page that is rendered from now on. So it is when another server has taken the place of
    /// the one before, and may lack what that one had.
    private func tellNothingOlder(_ successions: Int) async throws {
        let latest = try await database.look { tx in try tx.latestChange() }
        pages.begin(after: latest)
        let isFirst = state.withLock { state in
            defer { (state.told, state.successions) = (latest, successions) }
            return state.told == nil
        }
        if !isFirst { listeners.tellToLoadAgain(latest) }
    }

    private func changes(after number: Int64) async throws -> [Change] {
        ReadingRoom.assertIsNoDoorway()
        return try await database.look { tx in
            let found = try tx.changes(after: number, limit: Self.portion)
            guard try !found.isEmpty || tx.latestChange() >= number else { throw RecordWentBack() }
            return found
        }
    }

    /// The database is one that was restored, and lacks changes that were told.
    private struct RecordWentBack: Error {}

    private func tell(
        _ changes: [Change], with renewed: [(key: String, page: KeptPage)] = [], in state: inout State
    ) {
        pages.turn(for: changes, to: renewed)
        listeners.tell(changes)
        state.told = changes.last?.number ?? state.told
    }
}

extension Ticker {
    /// Looks at a transaction before its commit, on the thread of the writer; what it gives tells its changes after it.
    func watch(_ tx: Transaction) -> (@Sendable () -> Void)? {
        let successions = database.successions
        guard let told = state.withLock({ $0.isLooking || $0.successions != successions ? nil : $0.told }),
            let changes = try? tx.changes(after: told, limit: Self.portion), changes.count < Self.portion,
            !renewing.isCalledFor(by: changes)
        else { return { self.state.withLock { $0.isBehind = true } } }
        guard !changes.isEmpty else { return nil }
        return {
            self.state.withLock { state in
                guard !state.isLooking, state.told == told else { return state.isBehind = true }
                self.tell(changes, in: &state)
            }
        }
    }
}
