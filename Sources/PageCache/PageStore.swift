package import Foundation
import Synchronization

/// Rendered pages in memory, limited in bytes. A change invalidates the pages that it touches; the least
/// recently used page is evicted first.
package final class PageStore<Key: Hashable & Sendable, Subject: Hashable & Sendable>: Sendable {
    package typealias Page = CachedPage<Subject>

    /// The memory budget in bytes. 0 stores nothing.
    package let limit: Int
    private let state: Mutex<StoredPages<Key, Subject>>
    private let disconnected = Atomic(false)

    /// With `keepsStale`, stale pages stay until they are evicted, to be shown while their source is
    /// unavailable.
    package init(limit: Int, keepsStale: Bool = false) {
        self.limit = limit
        state = Mutex(StoredPages(keepsStale: keepsStale))
    }

    /// Whether the source of the pages is unavailable, so that stored pages may lack changes that other
    /// processes already show.
    package var isDisconnected: Bool {
        get { disconnected.load(ordering: .relaxed) }
        set { disconnected.store(newValue, ordering: .relaxed) }
    }

    /// The page under this key if it is current; with `orStale`, even if it is not.
    package func page(_ key: Key, now: Date, orStale: Bool = false) -> Page? {
        state.withLock { state in
            guard let entry = state.entries[key] else { return nil }
            if let end = entry.page.lifetime?.expiresAt, end <= now, !entry.isStale { state.markStale(key, entry) }
            guard state.entries[key] != nil, orStale || !entry.isStale else { return nil }
            state.uses += 1
            state.hits += 1
            entry.lastUse = state.uses
            entry.reads += 1
            return entry.page
        }
    }

    /// Whether the store holds this very page.
    package func holds(_ page: Page, as key: Key) -> Bool { state.withLock { $0.entries[key]?.page === page } }

    /// Stores a page if it has a lifetime; see `StoredPages`.
    package func store(_ page: Page, as key: Key) {
        guard let lifetime = page.lifetime else { return }
        state.withLock { $0.store(page, lifetime, as: key, limit: limit) }
    }

    /// Bytes that one page may cost.
    package var limitOfOne: Int { StoredPages<Key, Subject>.limitOfOne(of: limit) }

    /// Replaces a page with the same page in more representations or with a file, if the store still holds
    /// it.
    package func replace(_ page: Page, by other: Page, as key: Key) {
        state.withLock { state in
            guard let entry = state.entries[key], entry.page === page else { return }
            state.exchange(entry, other)
            if state.cost > limit { state.evict(limit) }
        }
    }

    /// Empties the store and starts following the changes after this number.
    package func begin(after number: Int64) {
        state.withLock { state in
            state.removeAll()
            state.log = InvalidationLog(after: number)
            state.isSuspended = false
        }
    }

    /// Invalidates every page that these changes touch, and stores the pages that were re-rendered for them,
    /// in one step. Changes must come in the order of their numbers.
    package func apply(_ changes: [Invalidation<Subject>], replacing pages: [(key: Key, page: Page)] = []) {
        state.withLock { state in
            state.isSuspended = false
            for change in changes {
                state.log.append(change)
                for key in state.keys(touchedBy: change) { state.invalidate(key, for: change) }
            }
            for (key, page) in pages {
                if let lifetime = page.lifetime { state.store(page, lifetime, as: key, limit: limit) }
            }
        }
    }

    /// The pages that these changes touch and that were read at least `reads` times since they were rendered,
    /// the most read first.
    package func popular(
        touchedBy changes: some Sequence<Invalidation<Subject>>, reads: Int, most: Int
    ) -> [Key] {
        state.withLock { state in
            guard !state.entries.isEmpty else { return [] }
            var found: [Key: Int] = [:]
            for subject in Set(changes.flatMap { $0.subjects ?? [] }) {
                for key in state.keys[subject] ?? [] {
                    if let entry = state.entries[key], !entry.isStale, entry.reads >= reads {
                        found[key] = entry.reads
                    }
                }
            }
            return found.sorted { $0.value > $1.value }.prefix(most).map(\.key)
        }
    }

    /// Empties the store, and stores nothing until changes can be followed again.
    package func suspend() {
        state.withLock { state in
            state.removeAll()
            state.isSuspended = true
        }
    }

    /// The current page under the key if it was read at least `reads` times since it was rendered. Does not
    /// count as a read.
    package func peek(_ key: Key, reads: Int = 0) -> Page? {
        state.withLock { $0.entries[key].flatMap { $0.isStale || $0.reads < reads ? nil : $0.page } }
    }

    /// Whether a page shows every change up to this number, even if its rendering began earlier.
    package func isCurrent(_ page: Page, asOf number: Int64) -> Bool {
        guard page.asOf < number else { return true }
        guard let lifetime = page.lifetime else { return false }
        return state.withLock { $0.log.isUntouched(lifetime.subjects, since: page.asOf) }
    }

    /// The latest change that was applied.
    package var latestChange: Int64 { state.withLock { $0.log.latest } }

    /// How many times a page was stored or read so far.
    package var uses: Int { state.withLock { Int(clamping: $0.uses) } }

    /// How many times a page was found so far, and how many pages were evicted.
    package var hits: (found: Int, evictions: Int) { state.withLock { ($0.hits, $0.evictions) } }

    /// The cost of the stored pages in bytes, and their number.
    package var size: (bytes: Int, pages: Int) { state.withLock { ($0.cost, $0.entries.count) } }
}
