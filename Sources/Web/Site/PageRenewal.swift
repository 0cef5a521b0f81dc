import Newsroom
import PageCache
import Synchronization

/// Re-renders popular pages before the changes that touch them are announced. Readers get the old page until
/// the new one replaces it, so no reader waits for the rendering.
final class PageRenewal: Sendable {
    /// Renders the page at an address from the current state, which may include changes that are not
    /// announced yet. Also returns the latest change that the page shows.
    typealias Render = @Sendable (_ address: String) async -> (page: SharedPage, seen: Int64)?

    /// The maximum number of pages that are rendered ahead for a set of changes. Other pages are rendered on
    /// the next request.
    private static let most = 4
    /// A page is rendered ahead only if it was read at least this often since its last rendering.
    private static let fewestReads = 2
    /// The maximum number of rounds of rendering if changes keep arriving.
    private static let attempts = 3
    /// Rendering ahead takes at most 1/`share` of one core's time.
    private static let share = 10
    /// The longest pause to stay within this share. Commenters wait for their responses during the pause.
    private static let longestPause = Duration.milliseconds(10)

    private struct State {
        var render: Render?
        /// The earliest time for the next rendering ahead.
        var nextTime = ContinuousClock.now
    }

    private let store: SharedPageStore
    private let state = Mutex(State())

    init(store: SharedPageStore) { self.store = store }

    func begin(_ render: @escaping Render) { state.withLock { $0.render = render } }

    /// Whether these changes touch a popular page.
    func isWanted(for changes: some Sequence<Change>) -> Bool { !popular(changes).isEmpty }

    /// Re-renders the popular pages that these changes touch. If a page shows later changes too, reads them
    /// with `later` and adds them to `changes`.
    func pages(
        touchedBy changes: inout [Change], later: (_ after: Int64, _ upTo: Int64) async throws -> [Change]
    ) async throws -> [(key: String, page: SharedPage)] {
        var keys = popular(changes)
        guard let render = state.withLock({ $0.render }), !keys.isEmpty else { return [] }
        await pause()
        let beginning = ContinuousClock.now
        var rendered: [String: (page: SharedPage, seen: Int64)] = [:]
        for _ in 0..<Self.attempts {
            var latest = changes.last?.number ?? 0
            for key in keys {
                guard let new = await render(key) else { continue }
                rendered[key] = new
                latest = max(latest, new.seen)
            }
            guard let last = changes.last?.number, latest > last else { break }
            changes += try await later(last, latest)
            keys = popular(changes.drop { $0.number <= last })
        }
        tookTime(since: beginning)
        // Readers must not see a page that shows a change before the change is announced.
        let last = changes.last?.number ?? 0
        return rendered.filter { $0.value.seen <= last }.map { ($0.key, $0.value.page) }
    }

    private func popular(_ changes: some Sequence<Change>) -> [String] {
        store.popular(touchedBy: changes.lazy.map(Invalidation.init), reads: Self.fewestReads, most: Self.most)
    }

    private func pause() async {
        let time = min(state.withLock { $0.nextTime } - .now, Self.longestPause)
        if time > .zero { try? await Task.sleep(for: time) }
    }

    private func tookTime(since beginning: ContinuousClock.Instant) {
        let end = ContinuousClock.now
        state.withLock { $0.nextTime = end + (end - beginning) * (Self.share - 1) }
    }
}
