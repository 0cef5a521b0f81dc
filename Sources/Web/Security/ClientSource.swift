import HTTPTypes
import Newsroom
import Operations

/// Names the client that limits count: the address of a request, as a keyed hash that nobody can reverse.
enum ClientSource {
    /// Believes the header only from a trusted proxy. It reads the header from the right, up to the first address that
    /// is no trusted proxy. `isReadable` is false where a trusted proxy names no address; then the proxy's address
    /// counts.
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
        keys.mark(address?.source.hexadecimal ?? "unknown", for: .source)
    }
}

extension NetworkAddress {
    /// The bytes that count as one source: an IPv4 address, or the /64 that an IPv6 provider gives to one customer.
    fileprivate var source: [UInt8] { isIPv6 ? Array(bytes.prefix(8)) : bytes }
}
