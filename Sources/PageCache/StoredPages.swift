/// The pages of a `PageStore`, inside its lock.
struct StoredPages<Key: Hashable & Sendable, Subject: Hashable & Sendable> {
    typealias Page = CachedPage<Subject>

    final class Entry {
        var page: Page
        var lastUse: UInt64
        /// How many times the page was read since it was rendered.
        var reads = 0
        /// A stale page lacks a later change, or its lifetime is over. It is shown only while nothing newer
        /// is available.
        var isStale = false

        init(_ page: Page, _ lastUse: UInt64) {
            self.page = page
            self.lastUse = lastUse
        }
    }

    var entries: [Key: Entry] = [:]
    var keys: [Subject: Set<Key>] = [:]
    var cost = 0
    /// How many times a page was stored or read so far.
    var uses: UInt64 = 0
    /// How many times a page was found, and how many pages were evicted.
    var hits = 0
    var evictions = 0
    var log = InvalidationLog<Subject>()
    /// Nothing is stored while changes cannot be followed.
    var isSuspended = true
    let keepsStale: Bool

    init(keepsStale: Bool) { self.keepsStale = keepsStale }

    /// Stores a page, unless a change has touched it since it was rendered or it exceeds its share of the
    /// limit.
    mutating func store(_ page: Page, _ lifetime: Lifetime<Subject>, as key: Key, limit: Int) {
        guard !isSuspended, page.cost <= Self.limitOfOne(of: limit),
            log.isUntouched(lifetime.subjects, since: page.asOf)
        else { return }
        remove(key)
        insert(page, key)
        if cost > limit { evict(limit) }
    }

    /// The maximum cost of one page: a quarter of the limit. The sitemap of 50,000 stories takes 7 MB, which
    /// fits the default limit.
    static func limitOfOne(of limit: Int) -> Int { limit / 4 }

    mutating func exchange(_ entry: Entry, _ page: Page) {
        cost += page.cost - entry.page.cost
        entry.page = page
    }

    private mutating func insert(_ page: Page, _ key: Key) {
        uses += 1
        entries[key] = Entry(page, uses)
        cost += page.cost
        for subject in page.lifetime?.subjects ?? [] { keys[subject, default: []].insert(key) }
    }

    /// The pages that a change touches.
    func keys(touchedBy change: Invalidation<Subject>) -> Set<Key> {
        guard let subjects = change.subjects else { return Set(entries.keys) }
        return subjects.reduce(into: []) { $0.formUnion(keys[$1] ?? []) }
    }

    /// Removes a page that a change touches, or marks it stale if the change allows that.
    mutating func invalidate(_ key: Key, for change: Invalidation<Subject>) {
        guard change.allowsStale, let entry = entries[key] else { return remove(key) }
        markStale(key, entry)
    }

    /// Marks a page stale, or removes it unless stale pages are kept. A stale page is evicted first, and
    /// releases its file for other pages.
    mutating func markStale(_ key: Key, _ entry: Entry) {
        guard keepsStale else { return remove(key) }
        exchange(entry, entry.page.unfiled)
        (entry.isStale, entry.lastUse) = (true, 0)
    }

    private mutating func remove(_ key: Key) {
        guard let entry = entries.removeValue(forKey: key) else { return }
        cost -= entry.page.cost
        for subject in entry.page.lifetime?.subjects ?? [] {
            keys[subject]?.remove(key)
            if keys[subject]?.isEmpty == true { keys[subject] = nil }
        }
    }

    mutating func removeAll() {
        entries = [:]
        keys = [:]
        cost = 0
    }

    /// Evicts the least recently used pages down to seven eighths of the limit, so that not every new page
    /// causes an eviction.
    mutating func evict(_ limit: Int) {
        for key in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }).map(\.key) {
            guard cost > limit / 8 * 7 else { return }
            remove(key)
            evictions += 1
        }
    }
}
