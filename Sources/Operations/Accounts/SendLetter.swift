import Database
import Foundation
import Newsroom
import Storage

extension Newspaper {
    /// Stores a mail in the transaction that causes it. A job sends it.
    func send(_ letter: Letter, to email: String, in language: Language? = nil, _ tx: Transaction, now: Date) throws {
        guard let words = rules.letterWords else { preconditionFailure("only a server sends mail, and it has words") }
        let language = language ?? rules.stories.language
        let mail = Mail(
            to: email, language: language, kind: letter.kind, content: words(letter, language),
            expiresAt: letter.seconds.map { now.addingTimeInterval(Double($0)) })
        try tx.send(mail, now: now)
    }
}
