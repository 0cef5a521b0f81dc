import Synchronization

/// Keeps the clients of the most recently used routes, so that requests can share connections.
final class ConnectionCache: Sendable {
    private static let most = 16

    private let clients = Mutex<[(route: Route, client: RouteClient)]>([])

    /// The client of a route. An evicted client closes its connections after its last request.
    func client(for route: Route) -> RouteClient {
        clients.withLock { clients in
            let known = clients.firstIndex { $0.route == route }.map { clients.remove(at: $0).client }
            let client = known ?? RouteClient(route)
            clients.append((route, client))
            if clients.count > Self.most { clients.removeFirst() }
            return client
        }
    }
}
