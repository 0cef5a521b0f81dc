import HTTPTypes
import Newsroom
import Operations

/// Identifies a client for limits by a keyed hash of its address, from which nobody can find the address
/// without the key.
enum ClientSource {
    /// The address of the client. Trusts the header only if it comes from a trusted proxy, and reads it from
    /// the right, up to the first address that is not a trusted proxy. If an entry by a trusted proxy is not
    /// an address, `isReadable` is false and the address of that proxy is returned. If the header is missing,
    /// the address of the nearest proxy is returned and `isReadable` is true.
    static func address(
        peer: String, head: HTTPRequest, trusted: [AddressRange], header: ForwardingHeader
    ) -> (address: NetworkAddress?, isReadable: Bool) {
        let isTrusted = { (address: NetworkAddress) in trusted.contains { $0.contains(address) } }
        guard var address = NetworkAddress(peer), isTrusted(address) else { return (NetworkAddress(peer), true) }
        for said in header.addresses(in: head.headerFields).reversed() {
            guard let said else { return (address, false) }
            address = said
            guard isTrusted(address) else { break }
        }
        return (address, true)
    }

    static func mark(_ address: NetworkAddress?, keys: Keys) -> String {
        keys.mark(text(of: address), for: .source)
    }

    /// The source of an address as text.
    static func text(of address: NetworkAddress?) -> String { address?.source.hexadecimal ?? "unknown" }
}

extension NetworkAddress {
    /// The bytes that count as one source: an IPv4 address, or the /64 that an IPv6 provider assigns to one
    /// customer.
    fileprivate var source: [UInt8] { isIPv6 ? Array(bytes.prefix(8)) : bytes }
}
