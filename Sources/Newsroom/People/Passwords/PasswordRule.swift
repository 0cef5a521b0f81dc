/// The rule for new staff passwords. It does not require digits or capitals. It refuses the passwords that
/// attackers try first: common ones, including common ones that were extended to reach the minimum length.
package enum PasswordRule {
    /// The allowed length, in characters as people count them.
    package static let length = 12...200
    /// The maximum size in UTF-8 bytes, which leaves 32 for each of 200 characters. Checked before anything
    /// that costs more.
    package static let mostBytes = 6_400

    /// The minimum length of a part that a password may consist of by repetition.
    private static let shortestUnit = 8
    private static let fewestCharacters = 5

    /// Whether a typed password is within the upper limits. Sign-in checks nothing else, because a different
    /// rule may have applied when the password was set.
    package static func isShortEnough(_ typed: String) -> Bool {
        typed.utf8.count <= mostBytes && typed.count <= length.upperBound
    }

    /// Refuses with `invalid` if the password is too short or too long, repeats itself, has too few different
    /// characters, follows the keyboard, is the account's `email`, or is common.
    package static func check(_ typed: String, of email: String) throws(Refusal) {
        guard isShortEnough(typed), typed.count >= length.lowerBound else {
            throw refusal(
                .length, [.minimum: .number(length.lowerBound), .limit: .number(length.upperBound)])
        }
        let password = PasswordText(typed)
        if password.unit.count < shortestUnit {
            throw refusal(.repetition)
        }
        if Set(password.scalars).count < fewestCharacters {
            throw refusal(.tooFewCharacters, [.minimum: .number(fewestCharacters)])
        }
        if KeyRows.runs(in: password.scalars) * 3 <= password.count {
            throw refusal(.keyRow)
        }
        if isAddress(password.compact, of: email) {
            throw refusal(.emailAddress)
        }
        if isCommon(password) {
            throw refusal(.common)
        }
    }

    private static func refusal(
        _ code: Refusal.PasswordCode, _ values: [Refusal.Name: Refusal.Value] = [:]
    ) -> Refusal {
        Refusal(.password(code), values, field: "password")
    }

    /// Whether the password is the address or its local part, once or repeated and with digits around it, or
    /// is the beginning of the address. Both are compared without punctuation.
    private static func isAddress(_ password: PasswordText, of email: String) -> Bool {
        let local = PasswordText(String(email.prefix { $0 != "@" })).compact
        let whole = PasswordText(email).compact
        let isBeginning = password.count >= shortestUnit && whole.scalars.starts(with: password.scalars)
        return isBeginning
            || [whole, local].contains { name in
                [password, password.withoutLead].contains { $0.isRepetition(of: name) }
            }
    }

    /// Whether the password is common, also with digits and punctuation around it, repeated, or both.
    private static func isCommon(_ password: PasswordText) -> Bool {
        for text in [password, password.withoutLead] {
            if isCommonWithTail(text) { return true }
            for part in [text.unit, text.withoutTail.unit] where part.count < password.count {
                if isCommon(part) { return true }
            }
        }
        return false
    }

    /// Whether the text begins with a common password and has no letters after it. A common password of
    /// digits alone must make up more than half of the text, because some have four digits and a long number
    /// may well begin with them.
    private static func isCommonWithTail(_ text: PasswordText) -> Bool {
        let shortest = max(CommonPasswords.shortest, text.endOfLetters)
        guard text.count >= shortest, shortest <= CommonPasswords.longest else { return false }
        return (shortest...max(shortest, min(text.count, CommonPasswords.longest))).contains { end in
            let beginning = PasswordText(text.scalars.prefix(end))
            guard beginning.hasLetters || end * 2 > text.count else { return false }
            return beginning.spellings.contains(where: CommonPasswords.contains)
        }
    }
}

extension PasswordText {
    /// Whether the text is this name, once or repeated, with no letters after it.
    fileprivate func isRepetition(of name: PasswordText) -> Bool {
        guard name.count >= 3, scalars.starts(with: name.scalars) else { return false }
        var rest = scalars[...]
        while rest.starts(with: name.scalars) { rest = rest.dropFirst(name.count) }
        return !rest.contains(where: \.isLetter)
    }

    /// The text as written, and with letters in place of the digits and signs that people use for them.
    fileprivate var spellings: [String] {
        guard hasLetters else { return [text] }
        return [text]
            + (["i", "l"] as [Unicode.Scalar]).map { one in
                PasswordText(scalars.map { Self.letters[$0] ?? ($0 == "1" ? one : $0) }).text
            }
    }

    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "o", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "€": "e",
    ]
}
