import Foundation
import Newsroom
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("A page is rendered once for all who ask at the same moment", .timeLimit(.minutes(5)))
struct PressTests {
    private let store = PageStore(room: 1 << 20)
    private let press: Press

    init() {
        store.begin(after: 0)
        press = Press(store: store)
    }

    /// Renders pages that show one story, each time another, and waits before each until it is let through.
    private final class Plate: Sendable {
        let renderings = Mutex(0)
        private let turns: AsyncStream<Void>
        private let turn: AsyncStream<Void>.Continuation

        init() { (turns, turn) = AsyncStream.makeStream(of: Void.self) }

        func letThrough() { turn.yield() }

        func render(_ store: PageStore) async -> KeptPage {
            let known = store.latestChange
            let number = renderings.withLock {
                $0 += 1; return $0
            }
            for await _ in turns { break }
            let answer = Answer(type: "text/plain", body: Array("rendering \(number)".utf8))
            return KeptPage(answer, Keeping(subjects: [.discussion(Story.ID(1))]), asOf: known)
        }
    }

    private func text(_ page: KeptPage) -> String { String(decoding: page.identity.bytes, as: UTF8.self) }

    private var change: Change { Change(number: 1, kind: .commentPublished, story: Story.ID(1)) }

    @Test("A thousand who ask at once wait for one rendering, and it is kept")
    func thousand() async throws {
        let plate = Plate()
        let (press, store) = (press, store)
        try await withThrowingTaskGroup(of: String.self) { readers in
            for _ in 0..<1_000 {
                readers.addTask {
                    let page = try await press.page("page", now: .noon) { await plate.render(store) }
                    return String(decoding: page.identity.bytes, as: UTF8.self)
                }
            }
            try await waitUntil { press.waiting(for: "page") == 999 }
            plate.letThrough()
            for try await text in readers { #expect(text == "rendering 1") }
        }
        _ = try await press.page("page", now: .noon) { await plate.render(store) }
        #expect(plate.renderings.withLock { $0 } == 1)
    }

    @Test("Who asks after a change does not get what was begun before it")
    func overtaken() async throws {
        let plate = Plate()
        let (press, store) = (press, store)
        async let early = press.page("page", now: .noon) { await plate.render(store) }
        try await waitUntil { press.waiting(for: "page") == 0 }
        store.turn(for: [change])
        async let late = press.page("page", now: .noon) { await plate.render(store) }
        try await waitUntil { press.waiting(for: "page") == 1 }
        plate.letThrough()
        try await waitUntil { plate.renderings.withLock { $0 } == 2 }
        plate.letThrough()
        #expect(text(try await early) == "rendering 1")
        #expect(text(try await late) == "rendering 2")
        #expect(store.page("page", now: .noon).map(text) == "rendering 2")
    }

    @Test("A rendering that fails fails for all who wait, and the next one is tried anew")
    func failure() async throws {
        struct Jam: Error {}
        await #expect(throws: Jam.self) { try await press.page("page", now: .noon) { throw Jam() } }
        let plate = Plate()
        plate.letThrough()
        let page = try await press.page("page", now: .noon) { [store] in await plate.render(store) }
        #expect(text(page) == "rendering 1")
    }
}
