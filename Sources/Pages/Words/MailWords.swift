package import Newsroom

/// The words of mails in one language. A mail has the words of its own language, or else the English ones. The
/// defaults are English.
package struct MailWords: Sendable {
    package var language = Language.english

    /// Stands before the six digits.
    package var code = "Your code:"
    /// Why the reader gets this mail: the last lines of each.
    package var reason: @Sendable (_ kind: Mail.Kind, _ house: String) -> String = { kind, house in
        switch kind {
        case .test: "You get this mail because an operator of \(house) tries whether mail reaches you."
        case .signIn:
            "You get this mail because somebody entered this address at \(house). If it was not you, you need not do "
                + "anything."
        case .notification: "You get this mail because you have an account at \(house)."
        case .desk: "You get this mail because you work for \(house)."
        case .invitation: "You get this mail because \(house) invites you."
        }
    }
    /// Stands before the address that ends such mails.
    package var unsubscribe = "To get no more mails like this one:"
    package var unsubscribeLink = "Unsubscribe"

    package var testSubject: Words.Named = { "A test mail from \($0)" }
    package var testText = "This mail has reached you, so the settings of the relay are right."

    package static let english = MailWords()

    /// The words for a mail in a language.
    package static func of(_ language: Language) -> MailWords {
        language.tag.split(separator: "-").first == "de" ? german : english
    }
}
