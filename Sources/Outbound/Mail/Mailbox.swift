import Foundation
import Newsroom

/// An address as relays and headers take it: the domain in ASCII, and the part before the `@` quoted where RFC 5321
/// requires it (section 4.1.2). It has no line ends, spaces or angle brackets that could begin something else.
package struct Mailbox: Sendable, Hashable {
    /// In bytes. Together with the domain, it fits into a command of SMTP.
    private static let longestLocal = 700

    package let local: String
    package let domain: String

    /// `nil` if the text is no address, or longer than an address may be.
    package init?(_ address: String) {
        guard let at = address.lastIndex(of: "@"), let local = Self.local(address[..<at]),
            let domain = Self.ascii(domain: String(address[address.index(after: at)...])),
            local.utf8.count <= Self.longestLocal
        else { return nil }
        (self.local, self.domain) = (local, domain)
    }

    package var text: String { "\(local)@\(domain)" }

    /// Whether the relay needs SMTPUTF8 (RFC 6531) for the address.
    package var needsUTF8: Bool { !local.utf8.allSatisfy { $0 < 0x80 } }

    /// The A-labels of a domain (UTS 46); `nil` if it is not one, or has no dot and is not `localhost`.
    package static func ascii(domain: String) -> String? {
        // The sender of a newspaper that has no name in the DNS yet.
        if domain == "localhost" { return domain }
        let name = /[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*/
        let ascii = try? EmailDomain(domain[...]).ascii
        return ascii.flatMap { $0.utf8.count <= 253 && $0.wholeMatch(of: name) != nil ? $0 : nil }
    }

    /// The part before the `@`: as it is if it is a dot-atom or already quoted, and quoted otherwise.
    private static func local(_ text: Substring) -> String? {
        let scalars = text.unicodeScalars
        guard !scalars.isEmpty, scalars.allSatisfy({ $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }) else {
            return nil
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy(isAtom) }) { return String(text) }
        if text.wholeMatch(of: /"(?:[^"\\]|\\.)*"/) != nil { return String(text) }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Whether a character may stand in an atom (RFC 5322, section 3.2.3; RFC 6532, section 3.2).
    private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return !scalar.properties.isWhitespace }
        return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
            || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }
}
