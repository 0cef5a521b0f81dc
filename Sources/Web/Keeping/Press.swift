import Foundation
import Newsroom
import Synchronization

/// Gives the page under a key: the kept one, or one that is rendered now, once for all who ask at the same moment.
final class Press: Sendable {
    /// Renders a page, or says why there is none.
    typealias Render = @Sendable () async throws -> KeptPage

    private typealias Waiter = CheckedContinuation<KeptPage, any Error>

    let store: PageStore
    private let packer: Packer
    private let waiting = Mutex<[String: [Waiter]]>([:])

    init(store: PageStore) {
        self.store = store
        packer = Packer(store: store)
    }

    /// Throws what rendering throws. The page shows every change that was told before the call.
    func page(_ key: String, now: Date, render: @escaping Render) async throws -> KeptPage {
        if let page = store.page(key, now: now) { return page }
        let latest = store.latestChange
        while true {
            let page = try await shared(key, render)
            // It may have been begun before a change that this reader could know of.
            if store.isCurrent(page, asOf: latest) { return page }
        }
    }

    /// How many wait for a page at this moment.
    func waiting(for key: String) -> Int { waiting.withLock { $0[key]?.count ?? 0 } }

    private func shared(_ key: String, _ render: @escaping Render) async throws -> KeptPage {
        try await withCheckedThrowingContinuation { waiter in
            let isFirst = waiting.withLock { waiting in
                waiting[key, default: []].append(waiter)
                return waiting[key]?.count == 1
            }
            if isFirst { Task { await self.run(key, render) } }
        }
    }

    private func run(_ key: String, _ render: Render) async {
        let outcome: Result<KeptPage, any Error>
        do {
            let page = try await render()
            store.keep(page, as: key)
            packer.offer(page, as: key)
            outcome = .success(page)
        } catch {
            outcome = .failure(error)
        }
        for waiter in waiting.withLock({ $0.removeValue(forKey: key) }) ?? [] { waiter.resume(with: outcome) }
    }
}
