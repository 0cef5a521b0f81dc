/// The condition of a wait did not become true in time.
package struct NotInTime: Error, CustomStringConvertible {
    package let description: String
}

/// Returns once `condition` is true. Throws after `seconds`, so that the test fails instead of hanging.
package func waitUntil(within seconds: Int = 120, _ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while try await !condition() {
        guard ContinuousClock.now < end else {
            throw NotInTime(description: "The condition did not become true within \(seconds) seconds.")
        }
        try Task.checkCancellation()
        await Task.yield()
    }
}
