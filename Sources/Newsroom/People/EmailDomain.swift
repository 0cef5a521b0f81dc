import CSpoofChecker

/// The domain of an e-mail address, in the form for people and in the form for the DNS (Unicode Technical Standard 46).
package struct EmailDomain: Sendable, Hashable {
    /// In lower case and composed, such as `bücher.example`.
    package let text: String
    /// Such as `xn--bcher-kva.example`.
    package let ascii: String

    /// The maximum length of a label, in octets (RFC 1035, section 2.3.4).
    private static let longestLabel = 63

    /// Refuses a domain in brackets, one without a dot, and one that no registry can have.
    package init(_ typed: Substring) throws(Refusal) {
        if typed.hasPrefix("[") { throw EmailAddress.refusal(.bracketed) }
        var faults: UInt32 = 0
        guard let ascii = String(typed).transformed({ spoof_domain_to_ascii($0, $1, $2, &faults) }) else {
            throw EmailAddress.refusal(.domain)
        }
        if faults & UInt32(SPOOF_DOMAIN_EMPTY_LABEL) != 0 || ascii.hasSuffix(".") || ascii.hasPrefix(".") {
            throw EmailAddress.refusal(.strayDot)
        }
        if faults & UInt32(SPOOF_DOMAIN_LONG_LABEL) != 0 {
            throw EmailAddress.refusal(.longLabel, [.limit: .number(Self.longestLabel)])
        }
        // The limit on the whole address is narrower.
        guard faults & ~UInt32(SPOOF_DOMAIN_TOO_LONG) == 0 else { throw EmailAddress.refusal(.domain) }
        let labels = ascii.split(separator: ".")
        guard labels.count > 1 else { throw EmailAddress.refusal(.noDot) }
        // A domain does not end with a number, so this is a network address.
        guard labels.last?.allSatisfy(\.isNumber) == false,
            let text = ascii.transformed({ spoof_domain_to_unicode($0, $1, $2, &faults) })
        else { throw EmailAddress.refusal(.domain) }
        self.text = text
        self.ascii = ascii
    }
}
