/// Sends HTTP requests behind an address guard. All outgoing requests of the process go through it.
package final class GuardedClient: OutboundClient {
    private let addressGuard: AddressGuard
    private let connections = ConnectionCache()

    package init(allowing allowed: AllowedDestinations, resolver: any HostResolver = SystemResolver()) {
        addressGuard = AddressGuard(allowed: allowed, resolver: resolver)
    }

    package func send(_ request: OutboundRequest, limits: RequestLimits) async throws -> OutboundResponse {
        try await withThrowingTaskGroup(of: OutboundResponse.self) { tasks in
            tasks.addTask { try await self.followRedirects(request, limits) }
            tasks.addTask {
                try await Task.sleep(for: limits.time)
                throw OutboundFault.timedOut
            }
            defer { tasks.cancelAll() }
            guard let response = try await tasks.next() else { throw CancellationError() }
            return response
        }
    }

    private func followRedirects(_ request: OutboundRequest, _ limits: RequestLimits) async throws -> OutboundResponse {
        var request = request
        var destination = try Destination(request.address)
        var followed = 0
        while true {
            var response = try await exchange(request, with: destination, limits)
            response.address = destination.address
            guard limits.redirects > 0, let location = response.redirect else { return response }
            guard followed < limits.redirects else {
                throw OutboundFault.tooManyRedirects(limit: limits.redirects)
            }
            let next = try destination.following(location)
            request = try request.redirected(status: response.status, from: destination, to: next)
            destination = next
            followed += 1
        }
    }

    /// Tries the routes in turn. Tries the next route only if no connection was made, so that no request is
    /// sent twice.
    private func exchange(
        _ request: OutboundRequest, with destination: Destination, _ limits: RequestLimits
    ) async throws -> OutboundResponse {
        var last = OutboundFault.unknownHost("\(destination.host)")
        for route in try await addressGuard.routes(to: destination) {
            do {
                return try await connections.client(for: route).exchange(request, with: destination, limits: limits)
            } catch OutboundFault.notConnected(let cause) {
                last = .notConnected(cause)
            }
        }
        throw last
    }
}
