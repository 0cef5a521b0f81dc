/// How often a request is tried, and how long all tries may take together.
struct RetryPolicy: Sendable {
    let tries: Int
    let time: Duration

    /// For a reader, who waits for a picture.
    static let reading = RetryPolicy(tries: 3, time: .seconds(10))
    /// For an import, which would have to begin again.
    static let writing = RetryPolicy(tries: 5, time: .seconds(60))
    /// For the check at the start.
    static let looking = RetryPolicy(tries: 1, time: .seconds(5))

    /// The pause after a number of tries. It grows with each try (exponential backoff). `chance` is from 0 to 1 and
    /// spreads the next tries of programs that failed at the same moment (jitter).
    func pause(after tries: Int, chance: Double) -> Duration {
        .milliseconds(100) * (1 << (2 * min(tries - 1, 4))) * (0.5 + chance / 2)
    }
}
