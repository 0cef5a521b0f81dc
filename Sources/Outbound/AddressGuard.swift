import Newsroom

/// A way to reach a destination.
enum Route: Sendable, Hashable {
    /// The HTTP library connects to the host in the address and looks up the name itself.
    case direct
    /// Every connection for this host name goes to this address.
    case pinned(name: String, NetworkAddress)
}

/// Decides whether a request may go to a destination, and by which routes.
struct AddressGuard: Sendable {
    /// The maximum number of addresses that the client tries for one host.
    private static let mostRoutes = 4

    let allowed: AllowedDestinations
    let resolver: any HostResolver

    private var allowsLoopback: Bool { NetworkAddress("127.0.0.1").map(allowed.allows) ?? false }

    /// The routes to a destination, best first.
    ///
    /// The guard looks up a host name itself and pins the checked addresses, so that a later, different reply
    /// from the name server has no effect. It refuses the host if any of its addresses is forbidden. If every
    /// address is allowed, there is nothing to check, and the HTTP library looks up the name for new
    /// connections only.
    func routes(to destination: Destination) async throws -> [Route] {
        if case .anywhere = allowed { return [.direct] }
        let host = "\(destination.host)"
        switch destination.host {
        case .address(let address):
            guard allowed.allows(address) else { throw OutboundFault.forbidden(host: host) }
            return [.direct]
        case .name(let name):
            guard !name.endsInNumber, !name.isLocal || allowsLoopback else { throw OutboundFault.forbidden(host: host) }
            let addresses = try await resolver.addresses(of: name)
            guard !addresses.isEmpty else { throw OutboundFault.unknownHost(name) }
            guard addresses.allSatisfy(allowed.allows) else { throw OutboundFault.forbidden(host: host) }
            return addresses.prefix(Self.mostRoutes).map { .pinned(name: name, $0) }
        }
    }
}

extension String {
    /// Whether the last label is a number. Some programs read such a name as an IPv4 address: `127.1`,
    /// `2130706433`, `0x7f000001`, `017700000001` (WHATWG URL, section 3.5). No top-level domain is a number.
    fileprivate var endsInNumber: Bool {
        guard let last = split(separator: ".").last else { return false }
        return last.allSatisfy(\.isNumber) || (last.hasPrefix("0x") && last.dropFirst(2).allSatisfy(\.isHexDigit))
    }

    /// Whether the name refers to this machine (RFC 6761, section 6.3), regardless of name servers.
    fileprivate var isLocal: Bool { split(separator: ".").last?.lowercased() == "localhost" }
}
