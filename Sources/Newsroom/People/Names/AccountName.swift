/// The name of an account, checked. It can stand beside the mark of the staff, because it contains nothing that looks
/// like such a mark.
package struct AccountName: Sendable, Hashable {
    package static let rule = TextRule(.accountName, field: "name", minimum: 2, maximum: 40)

    /// The maximum length without compatible forms: a few characters stand for whole words.
    private static let mostFolded = 2 * rule.maximum

    /// The name as readers see it: composed, and with single spaces.
    package let text: String
    /// The same for all names that readers confuse, and never empty; see `lookalikeKey`. At most 2,000 bytes.
    package let key: String

    /// Refuses with `invalid` if the name does not have 2–40 characters with a letter or a digit among them, contains
    /// something invisible, a mark without a letter, more than four marks on a letter or the likeness of a badge, looks
    /// like an address, or mixes alphabets whose letters look alike. The cost is proportional to the length.
    package static func accept(_ typed: String) throws(Refusal) -> AccountName {
        let text = try rule.accept(typed).withSingleSpaces
        if !text.isASCII { try NameCharacters.check(text) }
        let folded = text.compatiblyFolded
        let length = folded.unicodeScalars.count
        guard length <= mostFolded else {
            throw Refusal(
                .text(.tooLong),
                [
                    .text: .text(rule.subject.rawValue), .limit: .number(rule.maximum),
                    .length: .number(length),
                ], field: rule.field)
        }
        let key = text.lookalikeKey
        guard text.unicodeScalars.contains(where: \.isLetterOrNumber), !key.isEmpty else { throw refusal(.noLetter) }
        if NameAddresses.isLikeAddress(folded) { throw refusal(.address) }
        if !text.isASCII, text.mixesScripts { throw refusal(.mixedAlphabets) }
        return AccountName(text: text, key: key)
    }

    static func refusal(_ code: Refusal.NameCode) -> Refusal { Refusal(.name(code), field: rule.field) }
}

extension String {
    /// The text with one space for each run of white space.
    fileprivate var withSingleSpaces: String {
        unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
    }
}
