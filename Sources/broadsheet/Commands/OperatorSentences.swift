import Database
import Foundation
import Newsroom
import Pages
import Wire

/// What is said on a terminal of an error: a sentence, and what an operator can do about it.
enum OperatorSentence {
    static func of(_ error: any Error) -> String {
        if let refusal = error as? Refusal { return of(refusal) }
        if let fault = error as? DatabaseFault { return of(fault) }
        // What the system refuses comes with a text of its own; a type of Swift only with the name of its case.
        return error is CocoaError || type(of: error) is NSError.Type ? error.localizedDescription : "\(error)"
    }

    /// The same that a page says.
    static func of(_ refusal: Refusal) -> String { Words.english.refusals.sentence(refusal) }

    static func of(_ reason: WireFault.Reason) -> String {
        switch reason {
        case .unreadable(let sentence): sentence
        case .refused(let refusal): of(refusal)
        }
    }

    static func of(_ fault: DatabaseFault) -> String {
        switch fault {
        case .unreachable(let message): "The database cannot be reached: \(line(message))"
        case .notAllowed(let message):
            """
            The database does not allow what is needed (\(line(message))). The role that is named in its address must own it: \
            createdb --owner ROLE NAME, or for one that is there ALTER DATABASE name OWNER TO role.
            """
        case .storageFailed(let message): "Nothing can be stored: \(line(message))."
        case .tooManyWriters: "Others keep the database from being written to. Please try again."
        case .heldUp(let message):
            "Something holds what is asked of the database (\(line(message))). Please try again when it is over."
        case .outcomeUnknown:
            "The database went away before it said whether the change was stored. Please look, and try again."
        case .statement(let message): "The database is not as Broadsheet has made it: \(line(message))."
        case .unexpectedValue(let column):
            "The database is not as Broadsheet has made it: column \(column) of what was read holds something else."
        }
    }

    /// libpq tells in several lines what it tried.
    static func line(_ message: String) -> String {
        message.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            .joined(separator: " ")
    }
}
