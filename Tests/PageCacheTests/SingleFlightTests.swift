import Foundation
import Synchronization
import TestSupport
import Testing

@testable import PageCache

@Suite("Simultaneous requests for a page share one rendering", .timeLimit(.minutes(5)))
struct SingleFlightTests {
    private let store = Store(limit: 1 << 20)
    private let flight: SingleFlight<String, Subject>

    init() {
        store.begin(after: 0)
        flight = SingleFlight(store: store)
    }

    /// Renders pages that show one story, each with different text. Each waits until it is released.
    private final class Renderer: Sendable {
        let renderings = Mutex(0)
        private let turns: AsyncStream<Void>
        private let turn: AsyncStream<Void>.Continuation

        init() { (turns, turn) = AsyncStream.makeStream(of: Void.self) }

        func letThrough() { turn.yield() }

        func render(_ store: Store) async -> Page {
            let known = store.latestChange
            let number = renderings.withLock {
                $0 += 1; return $0
            }
            for await _ in turns { break }
            return Page(
                Array("rendering \(number)".utf8), type: "text/plain", Lifetime(subjects: [.one]), asOf: known)
        }
    }

    private func text(_ page: Page) -> String { String(decoding: page.identity.bytes, as: UTF8.self) }

    private var change: Invalidation<Subject> { .addition(1, to: .one) }

    @Test("1,000 simultaneous requests share one rendering, which is cached")
    func thousand() async throws {
        let renderer = Renderer()
        let (flight, store) = (flight, store)
        try await withThrowingTaskGroup(of: String.self) { readers in
            for _ in 0..<1_000 {
                readers.addTask {
                    let page = try await flight.page("page", now: .noon) { await renderer.render(store) }
                    return String(decoding: page.identity.bytes, as: UTF8.self)
                }
            }
            try await waitUntil { flight.waiting(for: "page") == 999 }
            renderer.letThrough()
            for try await text in readers { #expect(text == "rendering 1") }
        }
        _ = try await flight.page("page", now: .noon) { await renderer.render(store) }
        #expect(renderer.renderings.withLock { $0 } == 1)
    }

    @Test("A request after a change does not get a rendering that began before it")
    func overtaken() async throws {
        let renderer = Renderer()
        let (flight, store) = (flight, store)
        async let early = flight.page("page", now: .noon) { await renderer.render(store) }
        try await waitUntil { flight.waiting(for: "page") == 0 }
        store.apply([change])
        async let late = flight.page("page", now: .noon) { await renderer.render(store) }
        try await waitUntil { flight.waiting(for: "page") == 1 }
        renderer.letThrough()
        try await waitUntil { renderer.renderings.withLock { $0 } == 2 }
        renderer.letThrough()
        #expect(text(try await early) == "rendering 1")
        #expect(text(try await late) == "rendering 2")
        #expect(store.page("page", now: .noon).map(text) == "rendering 2")
    }

    @Test("A failed rendering fails for everyone who waits, and the next request renders again")
    func failure() async throws {
        struct Fault: Error {}
        await #expect(throws: Fault.self) { try await flight.page("page", now: .noon) { throw Fault() } }
        let renderer = Renderer()
        renderer.letThrough()
        let page = try await flight.page("page", now: .noon) { [store] in await renderer.render(store) }
        #expect(text(page) == "rendering 1")
    }
}
