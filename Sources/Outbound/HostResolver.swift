package import Newsroom

/// Finds the addresses of host names.
package protocol HostResolver: Sendable {
    /// The addresses of a host name, best first; empty if it has none. Must return soon after a cancellation.
    func addresses(of name: String) async throws -> [NetworkAddress]
}
