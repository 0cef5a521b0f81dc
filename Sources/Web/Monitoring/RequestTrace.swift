import Foundation
package import HTTPServer
import HTTPTypes
package import Logging
import Newsroom
import Synchronization

/// One request that the site answers: its identifier, and what the metrics and the log say about it.
///
/// It belongs to the task that answers the request, and to all tasks that this one begins.
package final class RequestTrace: ResponseObserver {
    @TaskLocal package static var current: RequestTrace?

    /// Adds the identifier of the request to each line of the log that belongs to one.
    package static let metadata = Logger.MetadataProvider {
        current.map { ["request": "\($0.id)"] } ?? [:]
    }

    /// Where a shared page came from.
    enum CacheState: String { case hit, miss, stale, none }

    private struct Facts {
        /// The number of the route. A row has many parts, and copying it would take longer than counting.
        var route: Int?
        var actor = "visitor"
        var cache = CacheState.none
        var refusal: Refusal.Code?
    }

    package let id: String
    private let site: Site
    private let head: HTTPRequest
    private let peer: String
    private let facts = Mutex(Facts())

    init(_ request: Request, on site: Site) {
        self.site = site
        (head, peer) = (request.head, request.peer)
        id = site.proxyIdentifier(in: request.head, from: request.peer) ?? RequestIdentifier.fresh()
    }

    var route: Route? { route(facts.withLock { $0.route }) }

    private func route(_ number: Int?) -> Route? { number.map { site.routes.routes[$0] } }

    func note(_ route: Route) { facts.withLock { $0.route = route.number } }

    func note(_ actor: Actor) { facts.withLock { $0.actor = actor.kindInLog } }

    func note(_ cache: CacheState) { facts.withLock { $0.cache = cache } }

    func note(_ refusal: Refusal) { facts.withLock { $0.refusal = refusal.code } }

    /// Counts the refusal if it is one of those that operators watch.
    func end(with status: Int) {
        guard status == 429 || status == 503, let code = facts.withLock({ $0.refusal }) else { return }
        site.monitoring.count(code, status: status)
    }

    package func sent(_ sending: Sending) {
        let facts = facts.withLock { $0 }
        let place = facts.route.map { site.routes.routes[$0].place }
        site.monitoring.routes[at: place].count(RouteMeter.Method(head.method), sending)
        guard site.monitoring.live.logsRequests else { return }
        let route = route(facts.route)
        site.log(
            RequestLine(
                id: id, method: head.method.rawValue, pattern: route?.path ?? "none",
                target: ShownTarget.text(head.path ?? "", route: route), cache: facts.cache,
                actor: facts.actor, agent: head.headerFields.text(of: .userAgent),
                source: site.logSource(of: head, from: peer)), sending)
    }
}

extension Actor {
    fileprivate var kindInLog: String {
        switch self {
        case .staff(let staff): staff.role.rawValue
        case .guest: "guest"
        default: "visitor"
        }
    }
}

extension Site {
    /// The identifier that a trusted proxy gave to the request.
    func proxyIdentifier(in head: HTTPRequest, from peer: String) -> String? {
        guard let said = head.headerFields.text(of: .xRequestID), RequestIdentifier.accepts(said) else { return nil }
        return isTrusted(peer) ? said : nil
    }

    func isTrusted(_ peer: String) -> Bool {
        guard let address = NetworkAddress(peer) else { return false }
        return settings.trustedProxies.contains { $0.contains(address) }
    }
}
