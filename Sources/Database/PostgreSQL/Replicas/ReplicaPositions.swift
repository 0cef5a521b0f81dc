/// The known positions of the replicas, and the position that a read requires.
struct ReplicaPositions: Sendable {
    /// The position after everything that this process has committed or read by `look`; `nil` before the
    /// first commit or look.
    private(set) var required: LogPosition?
    /// The identity of the primary's database; `nil` before it is known. A server with another identity is
    /// not its replica.
    var home: Int64?
    /// The latest report of each replica; `nil` for one that is unavailable.
    private var reports: [ReplicaReport?]
    private var latest = 0

    /// `count` must be at least 1.
    init(replicas count: Int) { reports = Array(repeating: nil, count: count) }

    /// Makes all later reads require at least this position. Returns whether the timeline is newer.
    mutating func require(_ position: LogPosition) -> Bool {
        guard let known = required else {
            required = position
            return false
        }
        required = max(known, position)
        return known.timeline < position.timeline
    }

    /// Records a replica's report; `nil` if the replica does not respond.
    mutating func hear(_ report: ReplicaReport?, from replica: Int) { reports[replica] = report }

    /// Whether a new connection reaches the server that reported last, and that server is not behind its
    /// report. One name may lead to several servers, and a restarted server may have fallen behind.
    func admits(_ report: ReplicaReport, from replica: Int) -> Bool {
        guard let known = reports[replica] else { return false }
        return known.server == report.server && report.position.shows(known.position)
    }

    /// Whether a report comes from another database.
    func isStranger(_ report: ReplicaReport) -> Bool { home.map { $0 != report.home } ?? false }

    /// The most advanced replica, for reads while the primary is unavailable.
    func furthest() -> Int? {
        let known = reports.enumerated().compactMap { replica, report in report.map { (replica, $0) } }
        return known.filter { !isStranger($0.1) }.max { $0.1.position < $1.1.position }?.0
    }

    /// The replica for the next read, in rotation; `nil` if no replica has replayed enough of the log. A read
    /// may require a later `position`.
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
