/// What a password of the staff must be like to be taken, wherever one is set. Nobody asks for digits or capitals:
/// what counts is that those who guess do not begin with it. They begin with what is common, and with what people add
/// to it to make it long enough.
package enum PasswordRule {
    /// In characters as people count them.
    package static let length = 12...200
    /// In bytes of UTF-8: more than 200 characters take. It is measured before anything that costs more.
    package static let mostBytes = 6_400

    /// A part that is repeated until the password is long enough has to be so long itself.
    private static let shortestUnit = 8
    private static let fewestCharacters = 5

    /// Whether a password may be one at all: as short as it must be, whatever its rule was when it was set.
    package static func isShortEnough(_ typed: String) -> Bool {
        typed.utf8.count <= mostBytes && typed.count <= length.upperBound
    }

    /// Refuses with `invalid` what is too short or too long, repeats itself, is a row of keys, the address, or
    /// common. `email` is the address that signs in with it.
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

    /// The address or the part before the @, once or more often, with digits around it; or how the address begins.
    /// Both are given without what is neither letter nor digit.
    private static func isAddress(_ password: PasswordText, of email: String) -> Bool {
        let local = PasswordText(String(email.prefix { $0 != "@" })).compact
        let whole = PasswordText(email).compact
        let isBeginning = password.count >= shortestUnit && whole.scalars.starts(with: password.scalars)
        return isBeginning
            || [whole, local].contains { name in
                [password, password.withoutLead].contains { $0.isRepetition(of: name) }
            }
    }

    /// One of the list, with digits and punctuation around it, again and again, or both.
    private static func isCommon(_ password: PasswordText) -> Bool {
        for text in [password, password.withoutLead] {
            if isCommonWithTail(text) { return true }
            for part in [text.unit, text.withoutTail.unit] where part.count < password.count {
                if isCommon(part) { return true }
            }
        }
        return false
    }

    /// One of the list at the beginning, and nothing behind it that has letters. Of digits alone, more than half must
    /// be one of the list: some numbers of four digits are in it, with which a long number may well begin.
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
    /// Whether it is this name, once or more often, and nothing behind it that has letters.
    fileprivate func isRepetition(of name: PasswordText) -> Bool {
        guard name.count >= 3, scalars.starts(with: name.scalars) else { return false }
        var rest = scalars[...]
        while rest.starts(with: name.scalars) { rest = rest.dropFirst(name.count) }
        return !rest.contains(where: \.isLetter)
    }

    /// As it is written, and with letters for the digits and signs that people write in their place.
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
