/// The structure of one discussion: the parent, time and state of each comment. Comments are numbered from 0
/// in chronological order.
struct DiscussionShape {
    enum State { case published, held, removed }

    private(set) var parents: [Int?] = []
    private(set) var roots: [Int] = []
    private(set) var states: [State] = []
    /// For each comment that starts a thread, the number of listed replies below it at any depth.
    private(set) var replyCounts: [Int] = []
    /// Milliseconds since the story was published, ascending.
    private(set) var times: [Int] = []

    private static let openFor = 14 * 86_400_000

    var published: Int { states.count { $0 == .published } }

    /// With `threads`, the discussion has exactly that many threads of at most 90 replies each. Their first
    /// comments precede all replies. With `isClean`, all comments are published.
    init(count: Int, threads: Int? = nil, isClean: Bool = false, _ draw: inout Draw) {
        parents.reserveCapacity(count)
        for number in 0..<count {
            states.append(isClean ? .published : Self.state(&draw))
            replyCounts.append(0)
            let parent = parent(of: number, threads: threads, &draw)
            parents.append(parent)
            roots.append(parent.map { roots[$0] } ?? number)
            if parent != nil, states[number] != .held { replyCounts[roots[number]] += 1 }
        }
        times = (0..<count).map { _ in Self.time(&draw) }.sorted()
    }

    private static func state(_ draw: inout Draw) -> State {
        switch draw.below(10_000) {
        case 0..<4: .held
        case 4..<40: .removed
        default: .published
        }
    }

    /// Most comments are posted soon after the story is published.
    private static func time(_ draw: inout Draw) -> Int {
        let share = draw.fraction()
        return 60_000 + Int(share * share * share * Double(openFor - 60_000))
    }

    private func parent(of number: Int, threads: Int?, _ draw: inout Draw) -> Int? {
        if let threads {
            guard number >= threads else { return nil }
            while true {
                let answered = draw.below(number)
                if replyCounts[roots[answered]] < 90 { return answered }
            }
        }
        guard number > 0, draw.below(2) == 0 else { return nil }
        let answered = draw.below(100) < 85 ? recent(number, &draw) : early(number, &draw)
        let chosen = draw.below(5) < 2 ? roots[answered] : answered
        return states[chosen] == .held ? nil : chosen
    }

    private func recent(_ number: Int, _ draw: inout Draw) -> Int {
        max(0, number - 1 - Int(draw.logNormal(median: 12, deviation: 1.6)))
    }

    /// Picks an early comment: the earlier, the more likely.
    private func early(_ number: Int, _ draw: inout Draw) -> Int {
        let share = draw.fraction()
        return Int(share * share * Double(number))
    }
}
