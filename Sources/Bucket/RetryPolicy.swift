/// How many times a request is attempted, and how long all attempts together may take.
struct RetryPolicy: Sendable {
    let tries: Int
    let time: Duration

    /// For a reader who waits for a picture.
    static let reading = RetryPolicy(tries: 3, time: .seconds(10))
    /// For an import or a `check`, which would otherwise have to start over.
    static let writing = RetryPolicy(tries: 5, time: .seconds(60))
    /// For a check that the bucket is available, at startup and in `/ready`.
    static let looking = RetryPolicy(tries: 1, time: .seconds(5))

    /// The pause after this many attempts. It grows with each attempt (exponential backoff). `chance`, from 0
    /// to 1, spreads the retries of processes that failed at the same moment (jitter).
    func pause(after tries: Int, chance: Double) -> Duration {
        .milliseconds(100) * (1 << (2 * min(tries - 1, 4))) * (0.5 + chance / 2)
    }
}
