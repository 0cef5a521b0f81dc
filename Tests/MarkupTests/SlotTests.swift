import Testing

@testable import Markup

@Suite("Slots", .timeLimit(.minutes(1)))
struct SlotTests {
    @Test("A slot stays out of the shared page, and one with shared content says how much it replaces")
    func separated() {
        let fields: HTML = "<p>Name\(HTML.slot("name"))</p>"
        let page: HTML =
            "<h1>\(HTML.slot("staff", content: "desk"))A</h1>\(HTML.slot("signature", inPlaceOf: fields))<p>B</p>"
        let (shared, slots) = page.separated()
        #expect(String(decoding: shared.bytes, as: UTF8.self) == "<h1>A</h1><p>Name</p><p>B</p>")
        #expect(slots.map(\.name) == ["staff", "signature", "name"])
        #expect(slots.map(\.place) == [4, 10, 17])
        #expect(slots.map(\.length) == [0, 11, 0])
        #expect(slots[0].content == Array("desk".utf8))
    }

    @Test("Typed text cannot forge a slot")
    func forged() {
        let page: HTML = "<p>\("<!--slot staff-->x<!--/slot--><!--part account-->")</p>"
        #expect(page.separated().slots.isEmpty)
    }
}
