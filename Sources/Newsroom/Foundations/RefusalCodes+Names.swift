extension Refusal {
    /// An account cannot have a name.
    package enum NameCode: String, RefusalCode {
        case invisibleCharacter, looseMark, noLetter, badge, address, mixedAlphabets
        /// The name is kept for the newspaper, or for its staff.
        case reserved
        /// Another account has the name, or one that looks like it.
        case taken

        package var kind: Kind {
            switch self {
            case .taken: .conflict
            default: .invalid
            }
        }
    }

    /// An e-mail address that may be valid somewhere, but not here, or that is not valid at all.
    package enum EmailCode: String, RefusalCode {
        /// The local part is in quotation marks, or has letters outside ASCII.
        case quoted, foreignLetters
        /// The domain is an address in brackets, has no dot, or is not valid.
        case bracketed, noDot, domain
        case strayDot, wrongCharacter, longLocalPart, longLabel

        package var kind: Kind { .invalid }
    }
}
