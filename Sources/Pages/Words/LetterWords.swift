import Markup
package import Newsroom

/// The words of mails in one language.
package struct LetterWords: Sendable {
    var signUpSubject: Words.Named = { "Your account at \($0)" }
    var signUp: Words.Named = { "Somebody, probably you, wants to create an account at \($0) with this address." }
    var signUpAction = "Create your account"
    var signInSubject: Words.Named = { "Sign in at \($0)" }
    var signIn: @Sendable (_ house: String, _ name: String) -> String = { house, name in
        "Somebody, probably you, wants to sign in at \(house) as “\(name)”."
    }
    var signInAction = "Sign in"
    var signInOfStaff: Words.Named = {
        "Somebody, probably you, asked for a link to sign in at \($0). You work there, so you sign in with your password."
    }
    var signInOfStaffAction = "Go to the sign-in page"
    var addressSubject: Words.Named = { "Your new address at \($0)" }
    var confirmAddress: @Sendable (_ house: String, _ name: String) -> String = { house, name in
        "“\(name)” wants to use this address at \(house). You must also confirm it in the mail to the old address, unless "
            + "that address takes no mail."
    }
    var changeSubject: Words.Named = { "Your account at \($0): another address?" }
    var approveAddress: @Sendable (_ name: String, _ newEmail: String) -> String = { name, newEmail in
        "Somebody who is signed in to the account “\(name)” wants to change its address to \(newEmail). "
            + "You must also confirm it in the mail to the new address."
    }
    var notYou =
        "If it was not you, do not confirm the change. Sign in, end all other sessions, and set a new password."
    var leavingSubject: Words.Named = { "Your account at \($0) will be deleted" }
    var leaving: @Sendable (_ name: String, _ day: String) -> String = { name, day in
        "Somebody who is signed in to the account “\(name)” has chosen to delete it. We delete it on \(day). Until then, "
            + "you can sign in and keep it."
    }
    var leavingAction = "See your account"
    var passwordSubject: Words.Named = { "Your password at \($0)" }
    var passwordSet: Words.Named = {
        "The account “\($0)” has a new password. If it was not you, sign in with a link, end all other sessions, and set "
            + "another one."
    }
    var addressInUse: Words.Named = {
        "Somebody wants to use this address for another account at \($0). You already have an account with it, so nothing changes."
    }
    var confirm = "Confirm the change"
    var shortLinkNote = "The link works for 15 minutes."
    var notifications = NotificationLetterWords.english
    var linkNote = "The link and the code work for 15 minutes."

    package static let english = LetterWords()

    package static let german: LetterWords = {
        var words = LetterWords()
        words.signUpSubject = { "Ihr Konto bei \($0)" }
        words.signUp = { "Jemand, vermutlich Sie, möchte mit dieser Adresse ein Konto bei \($0) anlegen." }
        words.signUpAction = "Konto anlegen"
        words.signInSubject = { "Anmeldung bei \($0)" }
        words.signIn = { house, name in "Jemand, vermutlich Sie, möchte sich bei \(house) als „\(name)“ anmelden." }
        words.signInAction = "Anmelden"
        words.signInOfStaff = {
            "Jemand, vermutlich Sie, hat einen Link zur Anmeldung bei \($0) angefordert. Sie arbeiten dort und melden sich "
                + "deshalb mit Ihrem Passwort an."
        }
        words.signInOfStaffAction = "Zur Anmeldung"
        words.addressSubject = { "Ihre neue Adresse bei \($0)" }
        words.confirmAddress = { house, name in
            "„\(name)“ möchte diese Adresse bei \(house) benutzen. Die Änderung muss auch in der Mail an die alte Adresse "
                + "bestätigt werden, es sei denn, die alte Adresse nimmt keine Mails an."
        }
        words.approveAddress = { name, newEmail in
            "Jemand, der im Konto „\(name)“ angemeldet ist, möchte dessen Adresse in \(newEmail) ändern. Die Änderung muss "
                + "auch in der Mail an die neue Adresse bestätigt werden."
        }
        words.changeSubject = { "Ihr Konto bei \($0): eine andere Adresse?" }
        words.notYou =
            "Wenn Sie das nicht waren, bestätigen Sie nichts. Melden Sie sich an, beenden Sie alle anderen Sitzungen und "
            + "setzen Sie ein neues Passwort."
        words.leavingSubject = { "Ihr Konto bei \($0) wird gelöscht" }
        words.leaving = { name, day in
            "Jemand, der im Konto „\(name)“ angemeldet ist, möchte es löschen. Wir löschen es am \(day). Bis dahin "
                + "können Sie sich anmelden und das Konto behalten."
        }
        words.leavingAction = "Zu Ihrem Konto"
        words.passwordSubject = { "Ihr Passwort bei \($0)" }
        words.passwordSet = {
            "Das Konto „\($0)“ hat ein neues Passwort. Wenn Sie das nicht waren, melden Sie sich mit einem Link an, beenden "
                + "Sie alle anderen Sitzungen und setzen Sie ein anderes."
        }
        words.addressInUse = {
            "Jemand möchte diese Adresse für ein anderes Konto bei \($0) benutzen, aber Sie haben damit schon ein Konto. Es "
                + "ändert sich nichts."
        }
        words.confirm = "Änderung bestätigen"
        words.shortLinkNote = "Der Link gilt 15 Minuten lang."
        words.notifications = .german
        words.linkNote = "Der Link und der Code gelten 15 Minuten lang."
        return words
    }()

    /// The languages of mails, with their own names.
    package static let languages: [(Language, name: String)] = [
        (.english, "English"), (Language(tag: "de") ?? .english, "Deutsch"),
    ]

    /// The language among these in which somebody gets mails, if they prefer `language`.
    package static func offered(_ language: Language) -> Language {
        languages.first { language.tag == $0.0.tag || language.tag.hasPrefix("\($0.0.tag)-") }?.0 ?? .english
    }

    /// The words of a language, or English ones.
    package static func of(_ language: Language) -> LetterWords {
        offered(language) == .english ? english : german
    }

    package func content(of letter: Letter, from house: House) -> Mail.Content {
        switch letter {
        case .signUp(let token, let code):
            link(signUpSubject(house.name), signUp(house.name), signUpAction, token, code)
        case .signIn(let name, let token, let code):
            link(signInSubject(house.name), signIn(house.name, name), signInAction, token, code)
        case .confirmAddress(let name, let token):
            change(addressSubject(house.name), [confirmAddress(house.name, name)], token)
        case .approveAddress(let name, let newEmail, let token):
            change(changeSubject(house.name), [approveAddress(name, newEmail), notYou], token)
        case .leaving(let name, let at):
            Mail.Content(
                subject: leavingSubject(house.name),
                parts: [.paragraph(leaving(name, String(HouseTime.machineReadable(at).prefix(10))))],
                action: action(leavingAction, Address.account))
        case .passwordSet(let name):
            Mail.Content(
                subject: passwordSubject(house.name), parts: [.paragraph(passwordSet(name))],
                action: action(leavingAction, Address.account))
        case .addressInUse:
            Mail.Content(subject: addressSubject(house.name), parts: [.paragraph(addressInUse(house.name))])
        case .notifications(let items, let kind, let person, let token):
            notifications.content(
                of: items, kind: kind, stop: Address.stopMails(person, token: token, kind: kind), from: house)
        case .signInOfStaff:
            Mail.Content(
                subject: signInSubject(house.name),
                parts: [.paragraph(signInOfStaff(house.name))],
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

    private func change(_ subject: String, _ sentences: [String], _ token: String) -> Mail.Content {
        Mail.Content(
            subject: subject, parts: (sentences + [shortLinkNote]).map { .paragraph($0) },
            action: action(confirm, Address.confirmAddress(token: token)))
    }

    private func action(_ label: String, _ address: SafeURL) -> Mail.Action? {
        SitePath(address.text).map { Mail.Action(label: label, path: $0) }
    }
}
