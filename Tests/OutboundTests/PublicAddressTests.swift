import Newsroom
import Testing

@testable import Outbound

@Suite("Public addresses", .timeLimit(.minutes(5)))
struct PublicAddressTests {
    @Test(
        "Special-purpose addresses are not public",
        arguments: [
            "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1",
            "127.255.255.255", "168.63.129.16", "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.192",
            "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255",
            "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "::", "::1", "::8.8.8.8", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::8.8.8.8",
            "100::1", "2001::1", "2001:0:808:808::", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1",
            "2002:808:808::1", "3fff::1", "3fff:fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
            "fe80::1%eth0",
            "fec0::1", "ff02::1", "4000::1",
        ])
    func special(text: String) throws {
        let address = try #require(NetworkAddress(text))
        #expect(!address.isPublic && !AllowedDestinations.publicOnly.allows(address))
        #expect(AllowedDestinations.anywhere.allows(address))
    }

    @Test(
        "All other addresses are public",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
            "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255",
            "198.20.0.0", "223.255.255.255", "::ffff:8.8.8.8", "2001:200::1", "2001:4860:4860::8888", "2003::1",
            "2606:4700::1111", "2a00:1450::1", "3ffe::1",
        ])
    func ordinary(text: String) throws { #expect(try #require(NetworkAddress(text)).isPublic) }

    @Test("A caller may allow more ranges, which also match addresses mapped into IPv6")
    func ranges() throws {
        let allowed = AllowedDestinations.publicAnd([try #require(AddressRange("10.1.0.0/16"))])
        for (text, isAllowed) in [
            ("10.1.2.3", true), ("::ffff:10.1.2.3", true), ("10.2.0.1", false), ("8.8.8.8", true),
        ] {
            #expect(allowed.allows(try #require(NetworkAddress(text))) == isAllowed)
        }
    }
}
