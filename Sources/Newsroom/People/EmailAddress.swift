/// An e-mail address to which the newspaper can send mail: ASCII before the `@`, and a domain in any script after it.
package struct EmailAddress: Sendable, Hashable {
    private static let rule = TextRule(.emailAddress, field: "email", minimum: 3, maximum: 254)

    /// The maximum length of the part before the `@`, in octets (RFC 5321, section 4.5.3.1.1).
    private static let longestLocalPart = 64

    /// The address as it is shown and stored. The domain is in lower case.
    package let text: String
    /// The domain as mail servers know it, such as `xn--bcher-kva.example`.
    package let asciiDomain: String
    private let localPart: String

    /// The address to send mail to.
    package var ascii: String { "\(localPart)@\(asciiDomain)" }

    /// The same for all spellings of the address.
    package var key: String { text.lowercased() }

    /// Refuses with `invalid` if the address is not two parts around one `@`, if one of them is too long or has a
    /// character or a dot that addresses do not have there, if the domain is not a whole domain, or if the relay may
    /// not deliver to it: with quotation marks or letters outside ASCII before the `@`. At most 254 octets (RFC 5321,
    /// section 4.5.3.1.3) in ASCII.
    package init(_ typed: String) throws(Refusal) {
        let address = try Self.rule.accept(typed)
        try Self.checkCharacters(address)
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw Refusal(.text(.noEmailAddress), field: Self.rule.field)
        }
        try Self.checkLocalPart(parts[0])
        let domain = try EmailDomain(parts[1])
        localPart = String(parts[0])
        text = "\(parts[0])@\(domain.text)"
        asciiDomain = domain.ascii
        let length = ascii.utf8.count
        guard length <= Self.rule.maximum else {
            throw Refusal(
                .text(.tooLong),
                [
                    .text: .text(Self.rule.subject.rawValue), .limit: .number(Self.rule.maximum),
                    .length: .number(length),
                ], field: Self.rule.field)
        }
    }

    /// The address as it is stored. Refuses like `init`.
    package static func accept(_ typed: String) throws(Refusal) -> String { try EmailAddress(typed).text }

    package static func acceptOptional(_ typed: String?) throws(Refusal) -> String? {
        guard let typed, !typed.trimmed.isEmpty else { return nil }
        return try accept(typed)
    }

    /// The address under which an account is looked up. Earlier releases accepted addresses that `accept` refuses;
    /// `nil` only if no release accepts it.
    package static func lookedUp(_ typed: String) -> String? { (try? accept(typed)) ?? (try? rule.accept(typed)) }

    static func refusal(_ code: Refusal.EmailCode, _ values: [Refusal.Name: Refusal.Value] = [:]) -> Refusal {
        Refusal(.email(code), values, field: rule.field)
    }

    private static func checkCharacters(_ address: String) throws(Refusal) {
        for scalar in address.unicodeScalars {
            // Some scripts need joiners in a domain, where they are checked.
            let isHidden = scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isJoinControl
            if isHidden || scalar.properties.generalCategory == .format && !scalar.properties.isJoinControl {
                throw Refusal(.text(.unprintable), [.text: .text(rule.subject.rawValue)], field: rule.field)
            }
            if scalar == "\"" { throw refusal(.quoted) }
            if scalar.properties.isWhitespace || "<>(),;\\".unicodeScalars.contains(scalar) {
                throw refusal(.wrongCharacter)
            }
        }
    }

    /// Letters, digits and the signs of `atext` (RFC 5322, section 3.2.3), with single dots between them.
    private static func checkLocalPart(_ part: Substring) throws(Refusal) {
        guard part.utf8.allSatisfy({ $0 < 0x80 }) else { throw refusal(.foreignLetters) }
        let isAllowed = { (character: Character) in
            character.isLetter || character.isNumber || ".!#$%&'*+-/=?^_`{|}~".contains(character)
        }
        guard part.allSatisfy(isAllowed) else { throw refusal(.wrongCharacter) }
        guard !part.hasPrefix("."), !part.hasSuffix("."), !part.contains("..") else { throw refusal(.strayDot) }
        guard part.utf8.count <= longestLocalPart else {
            throw refusal(.longLocalPart, [.limit: .number(longestLocalPart)])
        }
    }
}
