import PageCache
import HTTPServer
import Synchronization
import Logbook
import Database
import Foundation
import Metering
import Newsroom
import Operations
import Storage

extension Site {
    /// How long the metrics wait for the database.
    private static let patience = Duration.milliseconds(900)

    /// All metrics in Prometheus' text format. Takes at most about a second, even if the database is
    /// unavailable; what only the database knows is then missing.
    func metrics() async -> String {
        let work = await waitingWork()
        let families =
            monitoring.routes.families + connectionFigures + cacheFigures + databaseFigures(isUp: work != nil)
            + (work.map { workFigures($0) } ?? []) + eventFigures + ProcessFigures.families + [
                Family(.build, [Sample(1, Label("version", monitoring.version))])
            ]
        return Exposition.text(of: families)
    }

    /// The work that waits, or `nil` if the database does not respond in time. Requests at the same time share a
    /// query, so that queries do not pile up while the database does not respond.
    private func waitingWork() async -> WaitingWork? {
        guard !database.isAway, database.fileFault == nil else { return nil }
        let now = clock.now
        let look = monitoring.look.withLock { look in
            let current =
                look
                ?? Task { [database, monitoring] in
                    defer { monitoring.look.withLock { $0 = nil } }
                    return try? await database.read { tx in try tx.waitingWork(now: now) }
                }
            look = current
            return current
        }
        return await TimeLimit.value(within: Self.patience) { await look.value } ?? nil
    }

    private var connectionFigures: [Family] {
        [
            Family(.connections, [Sample(monitoring.connections.open)]),
            Family(.mostConnections, [Sample(monitoring.mostConnections.load(ordering: .relaxed))]),
            Family(.listeners, [Sample(listeners.taken)]),
            Family(.mostListeners, [Sample(settings.listenerLimits.all)]),
        ]
    }

    private var cacheFigures: [Family] {
        let ((bytes, count), (hits, evictions), (misses, renderings)) = (store.size, store.hits, pages.misses)
        return [
            Family(.cacheHits, [Sample(hits)]), Family(.cacheMisses, [Sample(misses)]),
            Family(
                .cacheRenderings,
                [
                    Sample(renderings, Label("reason", "request")),
                    Sample(monitoring.renderingsAhead.value, Label("reason", "change")),
                ]),
            Family(.cacheEvictions, [Sample(evictions)]), Family(.cachePages, [Sample(count)]),
            Family(.cacheBytes, [Sample(bytes)]), Family(.mostCacheBytes, [Sample(store.limit)]),
        ]
    }

    private func databaseFigures(isUp: Bool) -> [Family] {
        let (state, faults) = (database.state, database.replicaFaults)
        return [
            Family(.databaseUp, [Sample(isUp ? 1 : 0)]),
            Family(.readSeconds, database.load.reads.samples()),
            Family(.writeSeconds, database.load.writes.samples()),
            Family(.commitSeconds, database.commits.times.samples()),
            Family(.commitWrites, database.commits.sizes.samples()),
            Family(.waitingWrites, [Sample(state.waitingWrites)]),
            Family(.activeReads, [Sample(state.activeReads)]), Family(.mostReads, [Sample(state.mostReads)]),
            Family(.waitingReads, [Sample(state.waitingReads)]),
            Family(
                .replicaUp,
                (0..<state.replicas).map { Sample(faults[$0] == nil ? 1 : 0, Label("replica", String($0 + 1))) }),
        ]
    }

    private func workFigures(_ work: WaitingWork) -> [Family] {
        let now = clock.now
        let jobs = Job.Kind.allCases.map { Optional($0) } + [nil]
        let samples = jobs.flatMap { kind in
            Job.State.allCases.compactMap { state -> Sample? in
                let count = work.jobs[.init(kind, state)] ?? 0
                guard kind != nil || count > 0 else { return nil }
                return Sample(count, Label("kind", kind?.rawValue ?? "other"), Label("state", state.rawValue))
            }
        }
        let desks = [("moderators", work.cases), ("editors", work.escalated)]
        return [
            Family(.jobs, samples),
            Family(.cases, desks.map { Sample($1.count, Label("desk", $0)) }),
            Family(
                .oldestCase,
                desks.map { desk, cases in
                    let age = cases.oldest.map { max(0, now.timeIntervalSince($0)) } ?? 0
                    return Sample(age, [Label("desk", desk)])
                }),
        ]
    }

    /// Everything that is counted as it happens, also by libraries.
    private var eventFigures: [Family] {
        let counted = monitoring.registry.families
        let missing = [Metric.refusals, .jobAttempts].filter { metric in !counted.contains { $0.metric == metric } }
        return counted + missing.map { Family($0, []) } + [
            Family(.droppedLines, [Sample(monitoring.output?.dropped ?? 0)])
        ]
    }
}
