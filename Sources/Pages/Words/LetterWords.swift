import Markup
package import Newsroom

/// The words of mails in one language.
package struct LetterWords: Sendable {
    var signUpSubject: Words.Named = { "Your account at \($0)" }
    var signUp: Words.Named = { "Somebody, probably you, wants to create an account at \($0) with this address." }
    var signUpAction = "Create your account"
    var signInSubject: Words.Named = { "Sign in at \($0)" }
    var signIn: @Sendable (_ house: String, _ name: String) -> String = { house, name in
        "Somebody, probably you, wants to sign in at \(house) as \(name)."
    }
    var signInAction = "Sign in"
    var signInOfStaff: Words.Named = {
        "Somebody, probably you, asked for a link to sign in at \($0). You work there, so you sign in with your password."
    }
    var signInOfStaffAction = "Go to the sign-in page"
    var linkNote = "The link and the code work for 15 minutes. If this was not you, ignore this mail. Nothing happens."
    var ignore = "If this was not you, ignore this mail. Nothing happens."

    package static let english = LetterWords()

    package static let german: LetterWords = {
        var words = LetterWords()
        words.signUpSubject = { "Ihr Konto bei \($0)" }
        words.signUp = { "Jemand, vermutlich Sie, möchte mit dieser Adresse ein Konto bei \($0) anlegen." }
        words.signUpAction = "Konto anlegen"
        words.signInSubject = { "Anmeldung bei \($0)" }
        words.signIn = { house, name in "Jemand, vermutlich Sie, möchte sich bei \(house) als \(name) anmelden." }
        words.signInAction = "Anmelden"
        words.signInOfStaff = {
            "Jemand, vermutlich Sie, hat einen Link zur Anmeldung bei \($0) angefordert. Sie arbeiten dort und melden sich "
                + "deshalb mit Ihrem Passwort an."
        }
        words.signInOfStaffAction = "Zur Anmeldung"
        words.linkNote =
            "Der Link und der Code gelten 15 Minuten lang. Wenn Sie das nicht waren, ignorieren Sie diese Mail. Dann "
            + "geschieht nichts."
        words.ignore = "Wenn Sie das nicht waren, ignorieren Sie diese Mail. Dann geschieht nichts."
        return words
    }()

    /// The words of a language, or English ones.
    package static func of(_ language: Language) -> LetterWords {
        language.tag == "de" || language.tag.hasPrefix("de-") ? german : english
    }

    package func content(of letter: Letter, from house: House) -> Mail.Content {
        switch letter {
        case .signUp(let token, let code):
            link(signUpSubject(house.name), signUp(house.name), signUpAction, token, code)
        case .signIn(let name, let token, let code):
            link(signInSubject(house.name), signIn(house.name, name), signInAction, token, code)
        case .signInOfStaff:
            Mail.Content(
                subject: signInSubject(house.name),
                parts: [.paragraph(signInOfStaff(house.name)), .paragraph(ignore)],
                action: action(signInOfStaffAction, Address.signIn))
        }
    }

    private func link(
        _ subject: String, _ sentence: String, _ label: String, _ token: String, _ code: String
    ) -> Mail.Content {
        Mail.Content(
            subject: subject, parts: [.paragraph(sentence), .paragraph(linkNote)],
            action: action(label, Address.signInLink(token: token)), code: Mail.Code(code))
    }

    private func action(_ label: String, _ address: SafeURL) -> Mail.Action? {
        SitePath(address.text).map { Mail.Action(label: label, path: $0) }
    }
}
