import Newsroom

extension MailWords {
    package static let german: MailWords = {
        var words = MailWords()
        words.language = Language(tag: "de") ?? .english
        words.code = "Ihr Code:"
        words.reason = { kind, house in
            switch kind {
            case .test:
                "Sie erhalten diese Mail, weil jemand, der \(house) betreibt, prüft, ob Mails bei Ihnen ankommen."
            case .signIn:
                "Sie erhalten diese Mail, weil jemand diese Adresse bei \(house) eingegeben hat. Wenn Sie es nicht "
                    + "waren, müssen Sie nichts tun."
            case .notification: "Sie erhalten diese Mail, weil Sie ein Konto bei \(house) haben."
            case .desk: "Sie erhalten diese Mail, weil Sie für \(house) arbeiten."
            case .invitation: "Sie erhalten diese Mail, weil \(house) Sie einlädt."
            }
        }
        words.unsubscribe = "Wenn Sie keine solchen Mails mehr erhalten möchten:"
        words.unsubscribeLink = "Abbestellen"
        words.testSubject = { "Eine Testmail von \($0)" }
        words.testText = "Diese Mail ist angekommen, also stimmen die Einstellungen."
        return words
    }()
}
