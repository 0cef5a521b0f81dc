import Foundation

/// The address of a mail relay: `smtp://user:password@host:port`, or `smtps://` for TLS from the first byte.
package struct RelayAddress: Sendable, Hashable {
    package let isSecure: Bool
    package let host: String
    package let port: Int
    /// The name and the password for AUTH, decoded; both or neither.
    package let user: String?
    package let password: String?

    /// Accepts an address without path, query and fragment. `nil` for anything else.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), ["smtp", "smtps"].contains(scheme),
            ["", "/"].contains(parts.percentEncodedPath), parts.query == nil, parts.fragment == nil,
            let host = parts.encodedHost?.lowercased(), Self.isHost(host)
        else { return nil }
        (user, password) = (parts.user, parts.password)
        guard user.map(Self.isCredential) ?? true, password.map(Self.isCredential) ?? true,
            (user == nil) == (password == nil)
        else { return nil }
        isSecure = scheme == "smtps"
        self.host = host
        port = parts.port ?? (isSecure ? 465 : user == nil ? 25 : 587)
        guard (1...65_535).contains(port) else { return nil }
    }

    private static func isHost(_ host: String) -> Bool {
        if host.hasPrefix("["), host.hasSuffix("]") {
            return NetworkAddress(String(host.dropFirst().dropLast())) != nil
        }
        return host.utf8.count <= 253 && host.wholeMatch(of: /[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?/) != nil
    }

    private static func isCredential(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 1_000 && text.unicodeScalars.allSatisfy { $0.value >= 0x20 }
    }

    /// Whether the relay is on this machine, so that nobody on the network hears the password.
    package var isLoopback: Bool {
        let plain = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        guard let address = NetworkAddress(plain) else { return host == "localhost" }
        return ["127.0.0.0/8", "::1/128"].compactMap { AddressRange($0) }.contains { $0.contains(address) }
    }

    /// Whether nothing may be sent without TLS and a valid certificate.
    package var requiresTLS: Bool { isSecure || (password != nil && !isLoopback) }
}

extension RelayAddress: CustomStringConvertible, CustomDebugStringConvertible {
    /// The address without the user and the password.
    package var description: String { "\(isSecure ? "smtps" : "smtp")://\(host):\(port)" }
    package var debugDescription: String { description }
}

/// The sender of all mails: an address, and the name that mail programs show.
package struct MailSender: Sendable, Hashable {
    /// `nil` for the name of the newspaper.
    package let name: String?
    package let address: String

    private static let longestName = 100

    /// Accepts `Name <address>` and `address`.
    package init?(_ text: String) {
        let parts = text.trimmed.wholeMatch(of: /(?:(.*?)\s*<([^<>]*)>|([^<>]*))/)
        guard let address = parts?.output.2 ?? parts?.output.3,
            let accepted = try? EmailAddress.accept(String(address))
        else { return nil }
        var name = parts?.output.1.map(String.init) ?? ""
        if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
        guard name.count <= Self.longestName, name.inOneLine == name, !name.contains("\"") else { return nil }
        self.name = name.isEmpty ? nil : name
        self.address = accepted
    }

    package init(name: String?, address: String) {
        self.name = name
        self.address = address
    }
}
