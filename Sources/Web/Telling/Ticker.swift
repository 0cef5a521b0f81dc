import Database
import Logging
import Newsroom
import Storage
import Synchronization

/// Follows the record of changes, whoever wrote them: this process, or another one on the same database. Tells each change once,
/// in order: first the pages that show it are dropped, then listeners learn of it.
final class Ticker: Sendable {
    private static let portion = 1_000

    private typealias Waiter = CheckedContinuation<Void, Never>

    private struct State {
        /// Everything up to here has been told; `nil` before the first look.
        var told: Int64?
        var isLooking = false
        var waiting: [Waiter] = []
    }

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
    }

    /// Returns once everything that was committed before the call has been told.
    func catchUp() async {
        guard begins() else { return await waitForNextLook() }
        await look()
        // Who came meanwhile may know of more than this look saw.
        if mustGoOn() { Task { await self.lookForAll() } }
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
            try await tellWhatIsNew()
        } catch {
            logger.warning("changes cannot be read", metadata: ["error": "\(error)"])
            pages.dropAll()
        }
    }

    private func tellWhatIsNew() async throws {
        guard var told = state.withLock({ $0.told }) else {
            let latest = try await database.read { tx in try tx.latestChange() }
            pages.begin(after: latest)
            return state.withLock { $0.told = latest }
        }
        while true {
            let after = told
            let changes = try await database.read { tx in try tx.changes(after: after, limit: Self.portion) }
            guard let last = changes.last else { return }
            pages.drop(for: changes)
            listeners.tell(changes)
            told = last.number
            state.withLock { $0.told = last.number }
            if changes.count < Self.portion { return }
        }
    }
}
