package import Foundation
import Synchronization

/// Returns the page under a key: the stored one, or one that is rendered once for all concurrent callers.
package final class SingleFlight<Key: Hashable & Sendable, Subject: Hashable & Sendable>: Sendable {
    package typealias Page = CachedPage<Subject>
    /// Renders a page, or throws the reason why there is none.
    package typealias Render = @Sendable () async throws -> Page

    private typealias Waiter = CheckedContinuation<Page?, any Error>

    /// The reason why rendering failed, and the latest change before it began.
    private struct Failure: Error {
        let error: any Error
        let asOf: Int64
    }

    /// Reads keep returning a snapshot that lacks an applied change.
    package struct SourceIsBehind: Error {}

    package let store: PageStore<Key, Subject>
    package let compressor: Compressor<Key, Subject>
    private let missCount = Atomic(0)
    private let renderCount = Atomic(0)
    /// The waiting callers, for each page that is being rendered.
    private let flights = Mutex<[Key: [Waiter]]>([:])

    package init(store: PageStore<Key, Subject>) {
        self.store = store
        compressor = Compressor(store: store)
    }

    /// The maximum number of renderings that one call waits for. It waits for another if a rendering is too
    /// old.
    private static var attempts: Int { 20 }

    /// Returns a page that shows every change that was applied before the call, unless the store is
    /// disconnected. Throws the error of the rendering, or `SourceIsBehind`.
    package func page(_ key: Key, now: Date, render: Render) async throws -> Page {
        let latest = store.latestChange
        var isMissed = false
        for _ in 0..<Self.attempts {
            if let page = store.page(key, now: now) { return page }
            if !isMissed { missCount.wrappingAdd(1, ordering: .relaxed) }
            isMissed = true
            // The rendering may have begun before a change that this caller must see.
            do {
                let page = try await startsRendering(key) ? rendered(key, render) : renderedElsewhere(key)
                if let page, store.isDisconnected || store.isCurrent(page, asOf: latest) { return page }
            } catch let failure as Failure where failure.asOf < latest {
                continue
            } catch let failure as Failure {
                throw failure.error
            }
        }
        throw SourceIsBehind()
    }

    /// How many callers wait for a page, besides the one that renders it; `nil` if no caller renders it.
    package func waiting(for key: Key) -> Int? { flights.withLock { $0[key]?.count } }

    /// How many calls found no current page in the store, and how many renderings they caused.
    package var misses: (calls: Int, renderings: Int) {
        (missCount.load(ordering: .relaxed), renderCount.load(ordering: .relaxed))
    }

    /// Registers this caller as the one that renders the page; `false` if another caller is rendering it.
    private func startsRendering(_ key: Key) -> Bool {
        flights.withLock { flights in
            guard flights[key] == nil else { return false }
            flights[key] = []
            return true
        }
    }

    private func rendered(_ key: Key, _ render: Render) async throws -> Page? {
        let outcome: Result<Page?, any Error>
        let known = store.latestChange
        renderCount.wrappingAdd(1, ordering: .relaxed)
        do {
            let page = try await render()
            store.store(page, as: key)
            outcome = .success(page)
        } catch {
            outcome = .failure(Failure(error: error, asOf: known))
        }
        for waiter in flights.withLock({ $0.removeValue(forKey: key) }) ?? [] { waiter.resume(with: outcome) }
        return try outcome.get()
    }

    /// The page that another caller renders; `nil` if that rendering has just ended.
    private func renderedElsewhere(_ key: Key) async throws -> Page? {
        try await withCheckedThrowingContinuation { waiter in
            let isInFlight = flights.withLock { flights in
                flights[key]?.append(waiter)
                return flights[key] != nil
            }
            if !isInFlight { waiter.resume(returning: nil) }
        }
    }
}
