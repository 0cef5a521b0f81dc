import HTTPServer
import HTTPTypes
import Metering
import Synchronization

/// Counts the requests of one path of the route table. Counting takes no lock.
///
/// A cached page refers to the meter of its path, and is counted without looking for it.
final class RouteMeter: ResponseObserver {
    enum Method: Int, CaseIterable {
        case get, head, post, other

        init(_ method: HTTPRequest.Method) {
            switch method {
            case .get: self = .get
            case .head: self = .head
            case .post: self = .post
            default: self = .other
            }
        }

        fileprivate var name: String { self == .other ? "other" : "\(self)".uppercased() }
    }

    /// The statuses of our responses, the most frequent first. Others share a count.
    private static let statuses = [200, 304, 303, 404, 308, 400, 401, 403, 405, 409, 410, 413, 422, 429, 500, 503]
    private static let perMethod = 17

    let pattern: String
    let durations = Histogram(.durations)
    private let counts = InlineArray<68, Atomic<Int>> { _ in Atomic(0) }

    init(_ pattern: String) { self.pattern = pattern }

    func sent(_ sending: Sending) { count(sending.isGet ? .get : .head, sending) }

    func count(_ method: Method, _ sending: Sending) {
        let status = Self.statuses.firstIndex(of: sending.status) ?? Self.statuses.count
        counts[method.rawValue * Self.perMethod + status].wrappingAdd(1, ordering: .relaxed)
        durations.observe(sending.nanoseconds)
    }

    /// The counts that are not 0.
    var samples: [Sample] {
        Method.allCases.flatMap { method in
            (0..<Self.perMethod).compactMap { status -> Sample? in
                let count = counts[method.rawValue * Self.perMethod + status].load(ordering: .relaxed)
                guard count > 0 else { return nil }
                let code = status < Self.statuses.count ? String(Self.statuses[status]) : "other"
                return Sample(
                    count, Label("route", pattern), Label("method", method.name), Label("status", code))
            }
        }
    }
}

/// The meters of all paths.
struct RouteMeters: Sendable {
    private let meters: [RouteMeter]
    /// Requests for addresses that do not exist.
    let none = RouteMeter("none")
    /// Input that is not a request.
    let malformed = RouteMeter("malformed")

    init(_ table: RouteTable) { meters = table.patterns.map { RouteMeter($0) } }

    /// The meter at a place among the paths; `nil` stands for no route.
    subscript(at place: Int?) -> RouteMeter { place.map { meters[$0] } ?? none }

    var families: [Family] {
        let all = meters + [none, malformed]
        let used = all.map { ($0, $0.samples) }.filter { !$0.1.isEmpty }
        return [
            Family(.requests, used.flatMap(\.1)),
            Family(.requestSeconds, used.flatMap { $0.0.durations.samples([Label("route", $0.0.pattern)]) }),
        ]
    }
}
