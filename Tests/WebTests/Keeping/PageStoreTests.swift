import Foundation
import HTTPTypes
import Newsroom
import Testing

@testable import Web

@Suite("Pages that are kept", .timeLimit(.minutes(5)))
struct PageStoreTests {
    private static let one = Story.ID(1)
    private static let two = Story.ID(2)

    /// A store that has begun to follow changes after the tenth.
    private func store(kilobytes: Int = 1_024) -> PageStore {
        let store = PageStore(room: kilobytes << 10)
        store.begin(after: 10)
        return store
    }

    private func page(
        _ text: String = "words", bytes: Int = 100, asOf: Int64 = 10, of subjects: Subject..., until: Date? = nil
    ) -> KeptPage {
        var answer = Answer(type: "text/html", body: Array(repeating: 65, count: bytes) + Array(text.utf8))
        answer.fields[.vary] = "Cookie"
        return KeptPage(answer, Keeping(subjects: Set(subjects), until: until), asOf: asOf)
    }

    private func change(_ number: Int64, _ kind: Change.Kind, of story: Story.ID?) -> Change {
        Change(number: number, kind: kind, story: story)
    }

    @Test("A change drops the pages that show it, and no other")
    func drop() {
        let store = store()
        store.keep(page(of: .discussion(Self.one), .story(Self.one)), as: "one")
        store.keep(page(of: .discussion(Self.two)), as: "two")
        store.keep(page(of: .lists, .discussion(Self.one)), as: "front")
        store.turn(for: [change(11, .commentPublished, of: Self.one)])
        #expect(store.page("one", now: .noon) == nil && store.page("front", now: .noon) == nil)
        #expect(store.page("two", now: .noon) != nil)
        store.turn(for: [change(12, .discussionClosed, of: nil)])
        #expect(store.size.pages == 0 && store.size.bytes == 0)
    }

    @Test(
        "Where the database may go away, a page that only lacks something stays as an old one; what was taken back is gone"
    )
    func old() {
        let store = PageStore(room: 1 << 20, keepsOld: true)
        store.begin(after: 10)
        for key in ["lacking", "renewed"] { store.keep(page(key, of: .discussion(Self.one)), as: key) }
        store.keep(page(of: .discussion(Self.two), until: .noon), as: "closing")
        store.turn(for: [change(11, .commentPublished, of: Self.one)])
        store.keep(page("new", asOf: 11, of: .discussion(Self.one)), as: "renewed")
        #expect(store.page("lacking", now: .noon) == nil && store.kept("lacking") == nil)
        #expect(store.page("lacking", now: .noon, orOlder: true) != nil)
        #expect(store.page("renewed", now: .noon)?.asOf == 11)
        #expect(store.page("closing", now: .noon) == nil && store.page("closing", now: .noon, orOlder: true) != nil)
        store.turn(for: [change(12, .commentRemoved, of: Self.one)])
        #expect(store.page("lacking", now: .noon, orOlder: true) == nil)
        #expect(store.page("renewed", now: .noon, orOlder: true) == nil)
        store.turn(for: [change(13, .discussionClosed, of: nil)])
        #expect(store.page("closing", now: .noon, orOlder: true) != nil)
        store.begin(after: 5)
        #expect(store.size.pages == 0 && store.size.bytes == 0)
    }

    @Test("A page is not kept when something that it shows changed while it was rendered")
    func late() {
        let store = store()
        store.turn(for: [change(11, .commentPublished, of: Self.one)])
        store.keep(page(asOf: 10, of: .discussion(Self.one)), as: "old")
        store.keep(page(asOf: 10, of: .discussion(Self.two)), as: "other")
        store.keep(page(asOf: 11, of: .discussion(Self.one)), as: "new")
        #expect(store.page("old", now: .noon) == nil)
        #expect(store.page("other", now: .noon) != nil && store.page("new", now: .noon) != nil)
    }

    @Test("A page from before everything that is remembered is not kept")
    func forgotten() {
        let store = store()
        store.turn(for: (11...20_000).map { change($0, .commentPublished, of: Self.two) })
        store.keep(page(asOf: 10, of: .discussion(Self.one)), as: "ancient")
        store.keep(page(asOf: 19_900, of: .discussion(Self.one)), as: "recent")
        #expect(store.page("ancient", now: .noon) == nil && store.page("recent", now: .noon) != nil)
    }

    @Test("Nothing is kept while changes cannot be followed")
    func blind() {
        let store = store()
        store.keep(page(), as: "page")
        store.dropAll()
        store.keep(page(), as: "page")
        #expect(store.size.pages == 0)
        store.turn(for: [change(11, .commentPublished, of: Self.one)])
        store.keep(page(asOf: 11), as: "page")
        #expect(store.size.pages == 1)
    }

    @Test("The room is a bound, and what was least used goes first")
    func room() {
        let store = store(kilobytes: 100)
        for number in 0..<5 { store.keep(page(bytes: 5_000), as: "\(number)") }
        for number in [0, 1] { #expect(store.page("\(number)", now: .noon) != nil) }
        for number in 5..<200 {
            store.keep(page(bytes: 5_000), as: "\(number)")
            #expect(store.size.bytes <= 100 << 10)
            for number in [0, 1] { #expect(store.page("\(number)", now: .noon) != nil) }
        }
        #expect(store.page("2", now: .noon) == nil && store.page("199", now: .noon) != nil)
        store.keep(page(bytes: 50_000), as: "large")
        #expect(store.page("large", now: .noon) == nil)
    }

    @Test(
        "What was rendered anew takes the place of what a change touches, in the same moment and only where it shows the change"
    )
    func renewed() {
        let store = store()
        for key in ["one", "late", "other"] { store.keep(page(of: .discussion(Self.one)), as: key) }
        let changes = [change(11, .commentPublished, of: Self.one)]
        let (new, old) = (page("new", asOf: 11, of: .discussion(Self.one)), page(asOf: 10, of: .discussion(Self.one)))
        store.turn(for: changes, to: [("one", new), ("late", old)])
        #expect(store.page("one", now: .noon) === new)
        #expect(store.page("late", now: .noon) == nil && store.page("other", now: .noon) == nil)
    }

    @Test("Popular are the pages that were read most since they were rendered, as far as changes touch them")
    func popular() {
        let store = store()
        for (key, reads) in [("much", 5), ("some", 2), ("once", 1), ("never", 0)] {
            store.keep(page(of: .discussion(Self.one)), as: key)
            for _ in 0..<reads { _ = store.page(key, now: .noon) }
        }
        store.keep(page(of: .discussion(Self.two)), as: "elsewhere")
        for _ in 0..<9 { _ = store.page("elsewhere", now: .noon) }
        let changes = [change(11, .commentPublished, of: Self.one)]
        #expect(store.popular(touchedBy: changes, reads: 2, most: 4) == ["much", "some"])
        #expect(store.popular(touchedBy: changes, reads: 1, most: 1) == ["much"])
        store.keep(page(of: .discussion(Self.one)), as: "much")
        #expect(store.popular(touchedBy: changes, reads: 2, most: 4) == ["some"])
    }

    @Test("Without room nothing is kept")
    func none() {
        let store = store(kilobytes: 0)
        store.keep(page(), as: "page")
        #expect(store.size.pages == 0)
    }

    @Test("A page that changes by itself is gone at that moment")
    func until() {
        let store = store()
        store.keep(page(until: .noon), as: "page")
        #expect(store.page("page", now: .noon.addingTimeInterval(-0.001)) != nil)
        #expect(store.page("page", now: .noon) == nil)
    }

    @Test("Compressed forms take the place of the page that they were made from, and of no other")
    func packed() {
        let store = store()
        let first = page(bytes: 5_000)
        store.keep(first, as: "page")
        store.replace(first, by: first.packed(), as: "page")
        #expect(store.page("page", now: .noon)?.forms.map(\.coding) == [.brotli, .gzip, .identity])
        let second = page("other", bytes: 5_000)
        store.keep(second, as: "page")
        store.replace(first, by: first.packed(), as: "page")
        #expect(store.page("page", now: .noon) === second)
        #expect(store.size.bytes == second.cost)
    }
}
