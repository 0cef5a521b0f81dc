import Darkroom
import Database
import Foundation
import Newsroom
import Operations
import Pages
import Web
import Wire

/// The message that a terminal shows for an error: what is wrong, and what an operator can do about it.
enum OperatorSentence {
    static func of(_ error: any Error) -> String {
        if let refusal = error as? Refusal { return of(refusal) }
        if let fault = error as? DatabaseFault { return of(fault) }
        if let fault = error as? KeyFault { return of(fault) }
        if let fault = PathFault(error, at: "a file") { return "\(fault)" }
        // Errors of the system have a readable text. So have ours; of any other, the name of the case is shown.
        guard error is CocoaError || type(of: error) is NSError.Type else {
            if error is any OperatorFault || error is SettingFault || error is PictureStoreFault { return "\(error)" }
            return "An unexpected error occurred (\("\(error)".inOneLine)). If it occurs again, report it as a bug."
        }
        // A parser says here what is wrong with a file.
        return (error as NSError).userInfo["NSDebugDescription"] as? String ?? error.localizedDescription
    }

    /// The sentence that a page shows for the same refusal.
    static func of(_ refusal: Refusal) -> String { Words.english.refusals.sentence(refusal) }

    static func of(_ reason: WireFault.Reason) -> String {
        switch reason {
        case .unreadable(let sentence): sentence
        case .refused(let refusal): of(refusal)
        }
    }

    static func of(_ fault: KeyFault) -> String {
        switch fault {
        case .damaged(let path): damagedKey(path, "it has the wrong length")
        case .uniform(let path): damagedKey(path, "all its bytes are equal")
        case .refused(let path, let number): "\(PathFault(number, at: path))"
        }
    }

    private static func damagedKey(_ path: String, _ words: String) -> String {
        """
        \(path) is damaged: \(words). Restore it from a backup. If there is none, move \
        the file away and run `broadsheet key accept`; `broadsheet help key accept` says what that costs.
        """
    }

    private static func otherSchema(_ words: String) -> String {
        "The database does not have the schema that this version of Broadsheet expects (\(words)). Nothing else may "
            + "change it. Run `broadsheet check`, and restore a backup if that finds faults."
    }

    static func of(_ fault: DatabaseFault) -> String {
        switch fault {
        case .unreachable(let message):
            PostgreSQLRejection(message)?.description ?? "The database cannot be reached: \(message.inOneLine)"
        case .notAllowed(let message):
            """
            The database role lacks a permission (\(message.inOneLine)). The role in the address must own the database. \
            Create it with createdb --owner ROLE NAME, or change its owner with ALTER DATABASE name OWNER TO role.
            """
        case .storageFailed(let message):
            "The database cannot store anything: \(message.inOneLine). Check the disk and its free space."
        case .tooManyWriters: "Other processes are writing to the database. Try again."
        case .heldUp(let message):
            "Something else blocks the database (\(message.inOneLine)). Try again when it has finished."
        case .outcomeUnknown:
            "The connection to the database was lost before it confirmed the change. Check whether the change was "
                + "stored. If not, run the command again."
        case .damaged(let message):
            "The database file is damaged (\(message.inOneLine)). Stop the server, and restore a backup with "
                + "`broadsheet restore`. That command says how to move the damaged files away first."
        case .statement(let message): Self.otherSchema(message.inOneLine)
        case .unexpectedValue: Self.otherSchema("a column has an unexpected value")
        }
    }
}
