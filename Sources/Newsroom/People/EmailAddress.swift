/// Checks the form of an e-mail address as people type it, and nothing else.
package enum EmailAddress {
    private static let rule = TextRule(.emailAddress, field: "email", minimum: 3, maximum: 254)

    /// Refuses with `invalid` if the address is not two parts around one `@`, if its domain has no dot inside
    /// it, or if it contains white space, control characters or one of `<>"(),;:\`.
    package static func accept(_ typed: String) throws(Refusal) -> String {
        let address = try rule.accept(typed)
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
            !parts[1].hasSuffix("."), !address.contains(where: { $0.isWhitespace || "<>\"(),;:\\".contains($0) })
        else {
            throw Refusal(.text(.noEmailAddress), field: rule.field)
        }
        return address
    }

    package static func acceptOptional(_ typed: String?) throws(Refusal) -> String? {
        guard let typed, !typed.trimmed.isEmpty else { return nil }
        return try accept(typed)
    }
}
