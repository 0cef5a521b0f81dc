import Foundation

/// An IPv4 or IPv6 address. An IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) is read as the IPv4 address.
package struct NetworkAddress: Hashable, Sendable {
    /// 4 or 16 bytes, in network order.
    package let bytes: [UInt8]

    /// Parses an address (RFC 4291, section 2.2). Ignores the zone of a link-local address, as in
    /// `fe80::1%eth0` (RFC 4007).
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

    package var isIPv6: Bool { bytes.count == 16 }
}

extension NetworkAddress: CustomStringConvertible {
    /// The address in its usual form: `192.0.2.1`, `2001:db8::1`.
    package var description: String {
        var text = [UInt8](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        text.withUnsafeMutableBytes { text in
            let characters = text.assumingMemoryBound(to: CChar.self)
            _ = inet_ntop(isIPv6 ? AF_INET6 : AF_INET, bytes, characters.baseAddress, socklen_t(text.count))
        }
        return String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
    }
}

/// A range of addresses in CIDR notation (RFC 4632), or a single address.
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
