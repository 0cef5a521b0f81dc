/// What is known of the replicas, and how far one must be to serve a read.
struct Standings: Sendable {
    /// Up to here this program has committed or looked; `nil` before the first time.
    private(set) var required: LogPosition?
    /// The latest report of each; `nil` for one that is away.
    private var reports: [ReplicaReport?]
    private var latest = 0

    /// There is at least one.
    init(replicas count: Int) { reports = Array(repeating: nil, count: count) }

    /// From now on reads must see at least this. Gives whether the log has gone on to another timeline.
    mutating func require(_ position: LogPosition) -> Bool {
        guard let known = required else {
            required = position
            return false
        }
        required = max(known, position)
        return known.timeline < position.timeline
    }

    /// Takes what a replica says of itself; `nil` where it does not answer.
    mutating func hear(_ report: ReplicaReport?, from replica: Int) { reports[replica] = report }

    /// Whether a new connection leads to the server that has reported, and that one stands as far as it must. Behind one name there
    /// may be several, and one that was started again may not yet be where it was.
    func admits(_ report: ReplicaReport, from replica: Int) -> Bool {
        reports[replica]?.server == report.server && isFarEnough(report.position)
    }

    func maySend(to replica: Int) -> Bool { reports[replica].map { isFarEnough($0.position) } ?? false }

    /// The replica for the next read, each in its turn; `nil` where none is far enough.
    mutating func next() -> Int? {
        for step in 1...reports.count {
            let replica = (latest + step) % reports.count
            guard maySend(to: replica) else { continue }
            latest = replica
            return replica
        }
        return nil
    }

    /// One that goes along another timeline may have a commit that the primary has not, and lack one that it has.
    private func isFarEnough(_ position: LogPosition) -> Bool {
        guard let required else { return false }
        return position.timeline == required.timeline && position.place >= required.place
    }
}
