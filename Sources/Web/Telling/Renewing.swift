import Newsroom
import Synchronization

/// Renders the pages that many are reading anew before the changes that touch them are told, so that readers get the old page up to
/// the moment from which they get the new one, and nobody waits for it.
final class Renewing: Sendable {
    /// Renders the page at an address as of now, which may be later than what was told; gives the latest change that it saw too.
    typealias Render = @Sendable (_ address: String) async -> (page: KeptPage, seen: Int64)?

    /// Pages rendered ahead at a time. The others that are touched are rendered when they are asked for.
    private static let most = 4
    /// A page that was read less since it was rendered is not worth it.
    private static let fewestReads = 2
    /// What changes while pages are rendered makes them be rendered again, this often at most.
    private static let rounds = 3
    /// Of the time of one core, rendering ahead takes one part in so many…
    private static let share = 10
    /// …as long as writers, who are answered afterwards, do not wait longer than this for it.
    private static let longestRest = Duration.milliseconds(10)

    private struct State {
        var render: Render?
        /// When the next rendering ahead may begin.
        var nextTime = ContinuousClock.now
    }

    private let pages: PageStore
    private let state = Mutex(State())

    init(pages: PageStore) { self.pages = pages }

    func begin(_ render: @escaping Render) { state.withLock { $0.render = render } }

    /// Whether something that these changes touch is being read by many.
    func isCalledFor(by changes: some Sequence<Change>) -> Bool { !popular(changes).isEmpty }

    /// The pages that are read most among those that these changes touch, rendered anew. What else has changed by then is added to
    /// `changes` by `later`, as far as any of the pages shows it.
    func pages(
        touchedBy changes: inout [Change], later: (_ after: Int64, _ upTo: Int64) async throws -> [Change]
    ) async throws -> [(key: String, page: KeptPage)] {
        var keys = popular(changes)
        guard let render = state.withLock({ $0.render }), !keys.isEmpty else { return [] }
        await rest()
        let beginning = ContinuousClock.now
        var rendered: [String: (page: KeptPage, seen: Int64)] = [:]
        for _ in 0..<Self.rounds {
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
        tookFrom(beginning)
        // Nobody may see what is not told with it.
        let last = changes.last?.number ?? 0
        return rendered.filter { $0.value.seen <= last }.map { ($0.key, $0.value.page) }
    }

    private func popular(_ changes: some Sequence<Change>) -> [String] {
        pages.popular(touchedBy: changes, reads: Self.fewestReads, most: Self.most)
    }

    private func rest() async {
        let time = min(state.withLock { $0.nextTime } - .now, Self.longestRest)
        if time > .zero { try? await Task.sleep(for: time) }
    }

    private func tookFrom(_ beginning: ContinuousClock.Instant) {
        let end = ContinuousClock.now
        state.withLock { $0.nextTime = end + (end - beginning) * (Self.share - 1) }
    }
}
