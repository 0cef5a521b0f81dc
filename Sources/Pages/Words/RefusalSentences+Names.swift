import Newsroom

/// Refusals that concern the names and the addresses of accounts.
extension RefusalSentences {
    static func name(_ code: Refusal.NameCode) -> String {
        switch code {
        case .invisibleCharacter: "Your name contains an invisible character. Type the name instead of pasting it."
        case .looseMark: "Your name has an accent mark without a letter. Remove the mark, or type its letter first."
        case .noLetter: "Your name needs at least one letter or number."
        case .badge:
            "Your name contains a symbol that looks like a badge. Remove checkmarks, stars and similar symbols."
        case .address:
            "Your name looks like an e-mail address or a web address. Put a space after each dot, and leave out @."
        case .mixedAlphabets:
            "Your name mixes alphabets whose letters look alike, such as Latin and Cyrillic. Use one of them."
        case .reserved: "We keep this name for ourselves. Please choose another one."
        case .taken: "Somebody has this name, or one that looks like it. Please choose another one."
        }
    }

    static func email(_ code: Refusal.EmailCode, _ refusal: Refusal) -> String {
        switch code {
        case .quoted: "We cannot send mail to addresses with quotation marks. Enter another address."
        case .foreignLetters:
            "We cannot send mail to an address with such letters before the @. Enter one with only a to z there."
        case .bracketed: "After the @, enter a domain such as example.org instead of a number in brackets."
        case .noDot: "The part after the @ is incomplete. Enter a whole domain such as example.org."
        case .domain: "The part after the @ is not a valid domain. Enter one such as example.org."
        case .strayDot: "The e-mail address has a dot too many: two in a row, or one beside the @ or at an end."
        case .wrongCharacter: "The e-mail address contains a space, or a character that no address has."
        case .longLocalPart:
            "The part before the @ is too long (limit \(refusal[.limit])). Check the e-mail address."
        case .longLabel:
            "A part between two dots after the @ is too long (limit \(refusal[.limit])). Check the e-mail address."
        }
    }
}
