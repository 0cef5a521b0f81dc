import HTTPTypes
import Newsroom

/// The clients that limits count: the address that a request comes from, as a keyed hash that cannot be turned back.
enum ClientSource {
    /// The header is believed only from a trusted proxy, and then from the right: the last address that is none of
    /// ours. `isReadable` is false where a trusted proxy names no address; its own address counts then.
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
        keys.mark(address?.sourceBytes.hexadecimal ?? "unknown", for: .source)
    }
}
