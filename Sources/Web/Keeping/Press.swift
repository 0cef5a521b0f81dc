import Database
import Foundation
import Newsroom
import Synchronization

/// Gives the page under a key: the kept one, or one that is rendered now, once for all who ask at the same moment.
final class Press: Sendable {
    /// Renders a page, or says why there is none.
    typealias Render = @Sendable () async throws -> KeptPage

    private typealias Waiter = CheckedContinuation<KeptPage?, any Error>

    /// Why there is no page, as of a change.
    private struct Failure: Error {
        let error: any Error
        let asOf: Int64
    }

    let store: PageStore
    let packer: Packer
    /// Who waits for the pages that are being rendered.
    private let waiting = Mutex<[String: [Waiter]]>([:])

    init(store: PageStore) {
        self.store = store
        packer = Packer(store: store)
    }

    /// A page that comes out older so often is all that the database has.
    private static let rounds = 20

    /// Throws what rendering throws. The page shows every change that was told before the call, unless the database is away.
    func page(_ key: String, now: Date, render: Render) async throws -> KeptPage {
        let latest = store.latestChange
        for _ in 0..<Self.rounds {
            if let page = store.page(key, now: now) { return page }
            // It may have been begun before a change that this reader could know of.
            do {
                let page = try await begins(key) ? rendered(key, render) : rendering(key)
                if let page, store.isAdrift || store.isCurrent(page, asOf: latest) { return page }
            } catch let failure as Failure where failure.asOf < latest {
                continue
            } catch let failure as Failure {
                throw failure.error
            }
        }
        throw DatabaseFault.unreachable("what the database has is older than what was told of it")
    }

    /// How many wait for a page at this moment, besides the one who renders it; `nil` where it is not being rendered.
    func waiting(for key: String) -> Int? { waiting.withLock { $0[key]?.count } }

    /// Whether nobody is rendering the page: then the caller does.
    private func begins(_ key: String) -> Bool {
        waiting.withLock { waiting in
            guard waiting[key] == nil else { return false }
            waiting[key] = []
            return true
        }
    }

    private func rendered(_ key: String, _ render: Render) async throws -> KeptPage? {
        let outcome: Result<KeptPage?, any Error>
        let known = store.latestChange
        do {
            let page = try await render()
            store.keep(page, as: key)
            outcome = .success(page)
        } catch {
            outcome = .failure(Failure(error: error, asOf: known))
        }
        for waiter in waiting.withLock({ $0.removeValue(forKey: key) }) ?? [] { waiter.resume(with: outcome) }
        return try outcome.get()
    }

    /// The page that somebody else is rendering; `nil` where that has just ended.
    private func rendering(_ key: String) async throws -> KeptPage? {
        try await withCheckedThrowingContinuation { waiter in
            let isStill = waiting.withLock { waiting in
                waiting[key]?.append(waiter)
                return waiting[key] != nil
            }
            if !isStill { waiter.resume(returning: nil) }
        }
    }
}
