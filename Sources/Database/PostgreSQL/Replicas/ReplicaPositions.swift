/// What is known of the replicas, and how far one must be to serve a read.
struct ReplicaPositions: Sendable {
    /// Up to here this program has committed or looked; `nil` before the first time.
    private(set) var required: LogPosition?
    /// Of the primary; `nil` before it was asked. What reports another one is no replica of it.
    var home: Int64?
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

    /// Whether a new connection leads to the server that has reported, as far as that was then. Behind one name there may be
    /// several, and one that was started again may not yet be where it was.
    func admits(_ report: ReplicaReport, from replica: Int) -> Bool {
        guard let known = reports[replica] else { return false }
        return known.server == report.server && report.position.shows(known.position)
    }

    /// Whether a report is one of another database.
    func isStranger(_ report: ReplicaReport) -> Bool { home.map { $0 != report.home } ?? false }

    /// The replica that is furthest, where the primary is away and nothing newer can be had.
    func furthest() -> Int? {
        let known = reports.enumerated().compactMap { replica, report in report.map { (replica, $0) } }
        return known.filter { !isStranger($0.1) }.max { $0.1.position < $1.1.position }?.0
    }

    /// The replica for the next read, each in its turn; `nil` where none is far enough. A read may have to see more than others.
    mutating func next(beyond position: LogPosition? = nil) -> Int? {
        guard let required else { return nil }
        let wanted = max(required, position ?? required)
        for step in 1...reports.count {
            let replica = (latest + step) % reports.count
            guard let report = reports[replica], !isStranger(report), report.position.shows(wanted) else { continue }
            latest = replica
            return replica
        }
        return nil
    }
}
