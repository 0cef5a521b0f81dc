import Database
package import Newsroom
import Storage

/// Fetches what the card of an address shows. `nil` if the page has no card. Throws if a later try may succeed.
package typealias CardFetch = @Sendable (_ address: String) async throws -> LinkCard?

extension Newspaper {
    /// The time for a page and its picture. It is shorter than the lease of the job.
    private static let patience = Duration.seconds(45)

    /// Fetches the card of a job, and returns the work that stores it. Asks no other machine if another process has
    /// the job, or if no published story uses the card anymore.
    func workOnCard(_ attempt: JobAttempt) async throws -> JobWork {
        guard let id = LinkCard.ID(path: attempt.subject), let fetchCard else { return { _, _ in } }
        let address = try await database.read { tx in
            try tx.isCurrent(attempt) ? try tx.addressToFetch(id) : nil
        }
        guard let address else { return { tx, _ in try tx.markFailed(id) } }
        let card = try await within(Self.patience) { try await fetchCard(address) }
        return { tx, now in
            if let card { try tx.store(card, as: id, now: now) } else { try tx.markFailed(id) }
        }
    }

    private func within<T: Sendable>(
        _ time: Duration, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        try await withThrowingTaskGroup(of: T.self) { tasks in
            tasks.addTask { try await work() }
            tasks.addTask {
                try await Task.sleep(for: time)
                throw CardTimeout()
            }
            defer { tasks.cancelAll() }
            guard let value = try await tasks.next() else { throw CancellationError() }
            return value
        }
    }
}

private struct CardTimeout: Error, CustomStringConvertible {
    var description: String { "timed out" }
}
