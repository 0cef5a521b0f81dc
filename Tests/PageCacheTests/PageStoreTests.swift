import Foundation
import Testing

@testable import PageCache

@Suite("The store of rendered pages", .timeLimit(.minutes(1)))
struct PageStoreTests {
    /// A store that has begun to follow changes after the tenth.
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

    @Test("A change drops the pages that show it, and no other")
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
        "Where the source may go away, a page that only lacks something stays as a stale one; what was taken back is gone"
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

    @Test("A page is not kept when something that it shows changed while it was rendered")
    func late() {
        let store = store()
        store.apply([.addition(11, to: .one)])
        store.store(page(asOf: 10, of: .one), as: "old")
        store.store(page(asOf: 10, of: .two), as: "other")
        store.store(page(asOf: 11, of: .one), as: "new")
        #expect(store.page("old", now: .noon) == nil)
        #expect(store.page("other", now: .noon) != nil && store.page("new", now: .noon) != nil)
    }

    @Test("A page from before everything that is remembered is not kept")
    func forgotten() {
        let store = store()
        store.apply((11...20_000).map { .addition($0, to: .two) })
        store.store(page(asOf: 10, of: .one), as: "ancient")
        store.store(page(asOf: 19_900, of: .one), as: "recent")
        #expect(store.page("ancient", now: .noon) == nil && store.page("recent", now: .noon) != nil)
    }

    @Test("Nothing is kept while changes cannot be followed")
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

    @Test("The room is a bound, and what was least used goes first")
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
        "What was rendered anew takes the place of what a change touches, in the same moment and only where it shows the change"
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

    @Test("Popular are the pages that were read most since they were rendered, as far as changes touch them")
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

    @Test("Without room nothing is kept")
    func none() {
        let store = store(kilobytes: 0)
        store.store(page(), as: "page")
        #expect(store.size.pages == 0)
    }

    @Test("A page that changes by itself is gone at that moment")
    func until() {
        let store = store()
        store.store(page(until: .noon), as: "page")
        #expect(store.page("page", now: .noon.addingTimeInterval(-0.001)) != nil)
        #expect(store.page("page", now: .noon) == nil)
    }

    @Test("Compressed forms take the place of the page that they were made from, and of no other")
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
