/// Lets a fixed number through at once; the others wait in the order in which they came.
actor Turnstile {
    private var places: Int
    private var queue: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { self.places = places }

    func pass<Result: Sendable>(_ work: @Sendable () async throws -> Result) async rethrows -> Result {
        await enter()
        defer { leave() }
        return try await work()
    }

    private func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { queue.append($0) }
        }
    }

    /// A place that is left goes to the next in the queue without being counted free.
    private func leave() {
        if queue.isEmpty {
            places += 1
        } else {
            queue.removeFirst().resume()
        }
    }
}
