import Database
import Logging
import Newsroom
import Storage
import Synchronization

/// Follows the record of changes, whoever wrote them: this process, or another one on the same database. Tells each change once,
/// in order: first the pages that show it are dropped, then listeners learn of it.
final class Ticker: Sendable {
    private static let portion = 1_000

    private struct State {
        /// Everything up to here has been told; `nil` before the first look.
        var told: Int64?
        var isReading = false
        var waiting: [CheckedContinuation<Void, Never>] = []
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
        await withCheckedContinuation { waiter in
            let mustStart = state.withLock { state in
                state.waiting.append(waiter)
                defer { state.isReading = true }
                return !state.isReading
            }
            if mustStart { Task { await self.follow() } }
        }
    }

    /// Returns once this change has been told: whoever has seen it must not meet anything older afterwards.
    func reach(_ number: Int64) async {
        if state.withLock({ $0.told.map { number <= $0 } ?? false }) { return }
        await catchUp()
    }

    private func follow() async {
        while let waiting = nextWaiting() {
            do {
                try await tellWhatIsNew()
            } catch {
                logger.warning("changes cannot be read", metadata: ["error": "\(error)"])
                pages.dropAll()
            }
            for waiter in waiting { waiter.resume() }
        }
    }

    private func nextWaiting() -> [CheckedContinuation<Void, Never>]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isReading = false
                return nil
            }
            defer { state.waiting = [] }
            return state.waiting
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
