import Newsroom
import PageCache
import Synchronization

/// Renders popular pages again before the changes that touch them are told. Readers then get the old page up to the moment
/// from which they get the new one, and nobody waits for it.
final class PageRenewal: Sendable {
    /// Renders the page at an address as of now, which may be later than what was told; gives the latest change that it
    /// saw, too.
    typealias Render = @Sendable (_ address: String) async -> (page: SharedPage, seen: Int64)?

    /// How many pages are rendered ahead for one change. The others are rendered when somebody asks for them.
    private static let most = 4
    /// A page that was read less often since it was rendered is not worth it.
    private static let fewestReads = 2
    /// How often the pages are rendered again because something changed while they were rendered.
    private static let attempts = 3
    /// Rendering ahead takes at most one part in so many of one core's time…
    private static let share = 10
    /// …as long as writers, who are answered afterwards, wait no longer than this for it.
    private static let longestPause = Duration.milliseconds(10)

    private struct State {
        var render: Render?
        /// When the next rendering ahead may begin.
        var nextTime = ContinuousClock.now
    }

    private let store: SharedPageStore
    private let state = Mutex(State())

    init(store: SharedPageStore) { self.store = store }

    func begin(_ render: @escaping Render) { state.withLock { $0.render = render } }

    /// Whether these changes touch a popular page.
    func isWanted(for changes: some Sequence<Change>) -> Bool { !popular(changes).isEmpty }

    /// The popular pages that these changes touch, rendered again. If a page shows later changes too, `later` reads them,
    /// and they are added to `changes`.
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
        // A page that shows more than is told with it must not be seen.
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
