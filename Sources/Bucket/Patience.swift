/// How long a store is waited for, and how often it is asked again.
struct Patience: Sendable {
    let tries: Int
    let time: Duration

    /// For a reader, who waits for a picture.
    static let reading = Patience(tries: 3, time: .seconds(10))
    /// For an import, which would have to be begun again.
    static let writing = Patience(tries: 5, time: .seconds(60))
    /// For a first look.
    static let looking = Patience(tries: 1, time: .seconds(5))

    /// Longer each time, and never as long as others wait who failed at the same moment. `chance` is from 0 to 1.
    func pause(after tries: Int, chance: Double) -> Duration {
        .milliseconds(100) * (1 << (2 * min(tries - 1, 4))) * (0.5 + chance / 2)
    }
}
