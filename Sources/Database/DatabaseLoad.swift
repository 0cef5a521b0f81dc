package import Metering

/// How long reads and writes take, as their callers see it.
package final class DatabaseLoad: Sendable {
    package let reads = Histogram(.durations)
    package let writes = Histogram(.durations)

    init() {}

    func timed<T>(_ read: () async throws -> T) async rethrows -> T {
        let beginning = ContinuousClock.now
        defer { reads.observe(.now - beginning) }
        return try await read()
    }
}

/// How the writer works: how many writes share a commit, and how long it takes with everything in it.
package final class CommitLoad: Sendable {
    package let sizes = Histogram(.numbers(1, 2, 5, 10, 20, 50, 100, 200))
    package let times = Histogram(.durations)
}

/// What an engine does at this moment.
package struct EngineState: Sendable {
    /// Writes that the writer has not begun.
    package let waitingWrites: Int
    /// Reads in progress, and how many there may be at a time.
    package let activeReads: Int
    package let mostReads: Int
    /// Reads that wait for their turn.
    package let waitingReads: Int
    package let replicas: Int
}
