import Newsroom

extension NetworkAddress {
    /// Whether the address belongs to a host on the public internet.
    ///
    /// False for the special-purpose ranges of the IANA registries (RFC 6890) that are not globally
    /// reachable. False for IPv6 addresses that contain an IPv4 address for a gateway, because the gateway
    /// may lead to any IPv4 address.
    var isPublic: Bool {
        isIPv6
            ? Self.globalUnicast.contains { $0.contains(self) } && !Self.specialIPv6.contains { $0.contains(self) }
            : !Self.specialIPv4.contains { $0.contains(self) }
    }

    /// The range of IPv6 that is in use on the internet (RFC 4291, section 2.4). Outside it are `::1`, `::`,
    /// `::a.b.c.d`, 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64), 100::/64 (discard), fc00::/7, fe80::/10,
    /// fec0::/10 and ff00::/8.
    private static let globalUnicast = ranges("2000::/3")

    private static let specialIPv6 = ranges(
        "2001::/23",  // Protocols: Teredo 2001::/32, benchmarking 2001:2::/48, ORCHID and others (RFC 2928)
        "2001:db8::/32",  // Documentation (RFC 3849)
        "2002::/16",  // 6to4 (RFC 3056)
        "3fff::/20")  // Documentation (RFC 9637)

    private static let specialIPv4 = ranges(
        "0.0.0.0/8",  // This network (RFC 791)
        "10.0.0.0/8",  // Private (RFC 1918)
        "100.64.0.0/10",  // Shared by providers (RFC 6598)
        "127.0.0.0/8",  // Loopback (RFC 1122)
        "168.63.129.16",  // The host of a virtual machine in Azure
        "169.254.0.0/16",  // Link-local (RFC 3927), with the metadata services of cloud providers
        "172.16.0.0/12",  // Private (RFC 1918)
        "192.0.0.0/24",  // Protocols (RFC 6890)
        "192.0.2.0/24",  // Documentation (RFC 5737)
        "192.88.99.0/24",  // 6to4 relays (RFC 7526)
        "192.168.0.0/16",  // Private (RFC 1918)
        "198.18.0.0/15",  // Benchmarking (RFC 2544)
        "198.51.100.0/24",  // Documentation (RFC 5737)
        "203.0.113.0/24",  // Documentation (RFC 5737)
        "224.0.0.0/4",  // Multicast (RFC 5771)
        "240.0.0.0/4")  // Reserved (RFC 1112), and broadcast

    private static func ranges(_ texts: String...) -> [AddressRange] { texts.compactMap { AddressRange($0) } }
}
