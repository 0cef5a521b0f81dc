import Foundation

/// An IPv4 or IPv6 address as its bytes; an IPv4 address that came mapped into IPv6 is an IPv4 address.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 or 16 bytes.
    let bytes: [UInt8]

    /// Takes an address in text (RFC 4291, section 2.2). The zone of an address of the link (`fe80::1%eth0`, RFC
    /// 4007) says nothing here.
    package init?(_ text: String) {
        let isSix = text.utf8.contains(UInt8(ascii: ":"))
        let text = isSix ? String(text.prefix { $0 != "%" }) : text
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: &six) { Array($0) }
            let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
            bytes = isMapped ? Array(all.suffix(4)) : all
        } else {
            return nil
        }
    }

    /// What counts as one source: an IPv4 address, or the /64 that an IPv6 provider gives to one customer.
    var sourceBytes: [UInt8] { bytes.count == 4 ? bytes : Array(bytes.prefix(8)) }
}

/// A range of addresses in CIDR notation (RFC 4632), or a single one.
package struct AddressRange: Hashable, Sendable {
    private let base: NetworkAddress
    private let prefix: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let base = NetworkAddress(String(parts[0])) else { return nil }
        let longest = base.bytes.count * 8
        guard let prefix = parts.count == 2 ? Int(parts[1]) : longest, (0...longest).contains(prefix) else {
            return nil
        }
        self.base = base
        self.prefix = prefix
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        for bit in 0..<prefix {
            let mask: UInt8 = 0x80 >> (bit % 8)
            if address.bytes[bit / 8] & mask != base.bytes[bit / 8] & mask { return false }
        }
        return true
    }
}
