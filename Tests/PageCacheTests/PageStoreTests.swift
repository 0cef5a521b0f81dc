import Foundation
import Testing

@testable import PageCache

@Suite("The store of cached pages", .timeLimit(.minutes(1)))
struct PageStoreTests {
    /// A store that follows changes after change 10.
    private func store(kilobytes: Int = 1_024) -> Store {
        let store = Store(limit: kilobytes << 10)
        store.begin(after: 10)
        return store
    }

    private func page(
        _ text: String = "words", bytes: Int = 100, asOf: Int64 = 10, of subjects: Subject..., until end: Date? = nil
    ) -> Page {
        Page(
            Array(repeating: 65, count: bytes) + Array(text.utf8),
            Lifetime(subjects: Set(subjects), expiresAt: end), asOf: asOf)
    }

    @Test("A change invalidates the pages that show it, and no others")
    func drop() {
        let store = store()
        store.store(page(of: .one), as: "one")
        store.store(page(of: .two), as: "two")
        store.store(page(of: .lists, .one), as: "front")
        store.apply([.addition(11, to: .one)])
        #expect(store.page("one", now: .noon) == nil && store.page("front", now: .noon) == nil)
        #expect(store.page("two", now: .noon) != nil)
        store.apply([.addition(12, to: nil)])
        #expect(store.size.pages == 0 && store.size.bytes == 0)
    }

    @Test(
        "An invalidated page may be served stale during an outage, unless the change removed content"
    )
    func old() {
        let store = Store(limit: 1 << 20, keepsStale: true)
        store.begin(after: 10)
        for key in ["lacking", "renewed"] { store.store(page(key, of: .one), as: key) }
        store.store(page(of: .two, until: .noon), as: "closing")
        store.apply([.addition(11, to: .one)])
        store.store(page("new", asOf: 11, of: .one), as: "renewed")
        #expect(store.page("lacking", now: .noon) == nil && store.peek("lacking") == nil)
        #expect(store.page("lacking", now: .noon, orStale: true) != nil)
        #expect(store.page("renewed", now: .noon)?.asOf == 11)
        #expect(store.page("closing", now: .noon) == nil && store.page("closing", now: .noon, orStale: true) != nil)
        store.apply([.removal(12, from: .one)])
        #expect(store.page("lacking", now: .noon, orStale: true) == nil)
        #expect(store.page("renewed", now: .noon, orStale: true) == nil)
        store.apply([.addition(13, to: nil)])
        #expect(store.page("closing", now: .noon, orStale: true) != nil)
        store.begin(after: 5)
        #expect(store.size.pages == 0 && store.size.bytes == 0)
    }

    @Test("A page is not cached if its content changed during rendering")
    func late() {
        let store = store()
        store.apply([.addition(11, to: .one)])
        store.store(page(asOf: 10, of: .one), as: "old")
        store.store(page(asOf: 10, of: .two), as: "other")
        store.store(page(asOf: 11, of: .one), as: "new")
        #expect(store.page("old", now: .noon) == nil)
        #expect(store.page("other", now: .noon) != nil && store.page("new", now: .noon) != nil)
    }

    @Test("A page older than all remembered changes is not cached")
    func forgotten() {
        let store = store()
        store.apply((11...20_000).map { .addition($0, to: .two) })
        store.store(page(asOf: 10, of: .one), as: "ancient")
        store.store(page(asOf: 19_900, of: .one), as: "recent")
        #expect(store.page("ancient", now: .noon) == nil && store.page("recent", now: .noon) != nil)
    }

    @Test("No page is cached while changes cannot be followed")
    func blind() {
        let store = store()
        store.store(page(), as: "page")
        store.suspend()
        store.store(page(), as: "page")
        #expect(store.size.pages == 0)
        store.apply([.addition(11, to: .one)])
        store.store(page(asOf: 11), as: "page")
        #expect(store.size.pages == 1)
    }

    @Test("The store stays within its memory budget and evicts the least recently used pages")
    func room() {
        let store = store(kilobytes: 100)
        for number in 0..<5 { store.store(page(bytes: 5_000), as: "\(number)") }
        for number in [0, 1] { #expect(store.page("\(number)", now: .noon) != nil) }
        for number in 5..<200 {
            store.store(page(bytes: 5_000), as: "\(number)")
            #expect(store.size.bytes <= 100 << 10)
            for number in [0, 1] { #expect(store.page("\(number)", now: .noon) != nil) }
        }
        #expect(store.page("2", now: .noon) == nil && store.page("199", now: .noon) != nil)
        store.store(page(bytes: 50_000), as: "large")
        #expect(store.page("large", now: .noon) == nil)
    }

    @Test(
        "A re-rendered page replaces an invalidated one at once, but only if it includes the change"
    )
    func renewed() {
        let store = store()
        for key in ["one", "late", "other"] { store.store(page(of: .one), as: key) }
        let changes: [Invalidation<Subject>] = [.addition(11, to: .one)]
        let (new, old) = (page("new", asOf: 11, of: .one), page(asOf: 10, of: .one))
        store.apply(changes, replacing: [("one", new), ("late", old)])
        #expect(store.page("one", now: .noon) === new)
        #expect(store.page("late", now: .noon) == nil && store.page("other", now: .noon) == nil)
    }

    @Test("The popular pages are the invalidated ones that were read most since they were rendered")
    func popular() {
        let store = store()
        for (key, reads) in [("much", 5), ("some", 2), ("once", 1), ("never", 0)] {
            store.store(page(of: .one), as: key)
            for _ in 0..<reads { _ = store.page(key, now: .noon) }
        }
        store.store(page(of: .two), as: "elsewhere")
        for _ in 0..<9 { _ = store.page("elsewhere", now: .noon) }
        let changes: [Invalidation<Subject>] = [.addition(11, to: .one)]
        #expect(store.popular(touchedBy: changes, reads: 2, most: 4) == ["much", "some"])
        #expect(store.popular(touchedBy: changes, reads: 1, most: 1) == ["much"])
        store.store(page(of: .one), as: "much")
        #expect(store.popular(touchedBy: changes, reads: 2, most: 4) == ["some"])
    }

    @Test("A store without a memory budget caches nothing")
    func none() {
        let store = store(kilobytes: 0)
        store.store(page(), as: "page")
        #expect(store.size.pages == 0)
    }

    @Test("A page is gone at the moment it expires")
    func until() {
        let store = store()
        store.store(page(until: .noon), as: "page")
        #expect(store.page("page", now: .noon.addingTimeInterval(-0.001)) != nil)
        #expect(store.page("page", now: .noon) == nil)
    }

    @Test("Compressed representations replace only the page that they were made from")
    func packed() {
        let store = store()
        let first = page(bytes: 5_000)
        store.store(first, as: "page")
        store.replace(first, by: first.compressed(), as: "page")
        #expect(store.page("page", now: .noon)?.representations.map(\.coding) == [.brotli, .gzip, .identity])
        let second = page("other", bytes: 5_000)
        store.store(second, as: "page")
        store.replace(first, by: first.compressed(), as: "page")
        #expect(store.page("page", now: .noon) === second)
        #expect(store.size.bytes == second.cost)
    }
}
