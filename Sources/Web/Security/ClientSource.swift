import Newsroom
import HTTPTypes

/// Whom limits count: the address that a request comes from, as a keyed hash that cannot be turned back.
enum ClientSource {
    /// `X-Forwarded-For` is believed only from a trusted proxy, and then from the right: the last address that is none of ours.
    static func address(peer: String, head: HTTPRequest, trusted: [AddressRange]) -> NetworkAddress? {
        let isTrusted = { (address: NetworkAddress) in trusted.contains { $0.contains(address) } }
        guard var address = NetworkAddress(peer) else { return nil }
        let forwarded = (head.headerFields.text(of: .forwardedFor) ?? "").split(separator: ",")
        for said in forwarded.reversed() {
            guard isTrusted(address), let next = NetworkAddress(said.filter { $0 != " " }) else { break }
            address = next
        }
        return address
    }

    static func mark(_ address: NetworkAddress?, keys: Keys) -> String {
        keys.mark(address?.sourceBytes.hexadecimal ?? "unknown", for: .source)
    }
}
