import NIOCore
import Testing

@testable import PageCache

@Suite("Filling slots", .timeLimit(.minutes(1)))
struct SlotTests {
    private let page = ByteBuffer(string: "<h1>A</h1><p>Name</p><p>B</p>")
    private let slots = [
        Slot(name: "staff", place: 4, content: []), Slot(name: "signature", place: 10, content: [], length: 11),
        Slot(name: "name", place: 17, content: []),
    ]

    private func filled(_ contents: [String: String]) -> String {
        String(buffer: page.filled(slots) { contents[$0.name].map { Array($0.utf8) } })
    }

    @Test("A filling replaces the shared content of its slot, and the slots inside it")
    func replaced() {
        #expect(filled([:]) == "<h1>A</h1><p>Name</p><p>B</p>")
        #expect(filled(["name": ": Ada"]) == "<h1>A</h1><p>Name: Ada</p><p>B</p>")
        #expect(filled(["signature": "<p>Ada</p>", "name": "lost"]) == "<h1>A</h1><p>Ada</p><p>B</p>")
        #expect(filled(["staff": "x", "signature": ""]) == "<h1>xA</h1><p>B</p>")
    }
}
