package import Newsroom

/// Finds the addresses of host names.
package protocol HostResolver: Sendable {
    /// The addresses of a host name, the best one first; empty where there is none. Must end soon after a cancellation.
    func addresses(of name: String) async throws -> [NetworkAddress]
}
