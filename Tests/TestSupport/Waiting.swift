/// What a test waited for did not come.
package struct NotInTime: Error, CustomStringConvertible {
    package let description: String
}

/// Returns once something holds that must come to hold. Throws where it has not within `seconds`, so that the test fails
/// and does not stand still.
package func waitUntil(within seconds: Int = 120, _ condition: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while try await !condition() {
        guard ContinuousClock.now < end else {
            throw NotInTime(description: "It did not come within \(seconds) seconds.")
        }
        try Task.checkCancellation()
        await Task.yield()
    }
}
