import Markup
import Newsroom

/// A fault in a setting or a command-line option.
///
/// Only an operator reads its message, on a terminal or in a log. The message names settings and options, so
/// it is kept here and not among the words of the site.
package enum SettingFault: Error, Sendable, Hashable {
    /// `name` is the name of the setting or the option.
    case wrong(name: String, wanted: Wanted, written: String)
    /// Something that is no setting. `place` says where it is written; `nil` for the environment.
    case unknown(String, nearest: String?, place: String?)
    /// A line of a file cannot be understood, or has a value of the wrong type.
    case inFile(String, line: Int, column: Int? = nil, words: String)
    indirect case several([SettingFault])
    /// The value is not the address of a database. The message leaves the value out, because it may hold a
    /// password.
    case noDatabase(name: String, reason: String?)
    /// The value is not the address of a mail relay. The message leaves it out, because it may hold a password.
    case noRelay(name: String)
    /// A relay needs a sender. The names are those of the two settings.
    case noSender(name: String, relay: String)
    /// The value is a secret, so the message leaves it out.
    case wrongSecret(name: String, least: Int)
    /// The address of the picture store is invalid. The sentence says why.
    case noPictures(String)
    /// The system refuses to listen on this address and port.
    case notServable(host: String, port: Int, reason: String)
    case unknownHost(String, port: Int)

    package enum Wanted: Sendable, Hashable {
        case number(ClosedRange<Int>)
        case yesOrNo, timeZone, timeZones, address, ranges
        case oneOf([String])
        case listOf([String])
        case masks, names
        case line(most: Int)
        case sender
    }
}

extension SettingFault: CustomStringConvertible {
    /// Whether the fault remains until somebody changes a setting or an option. A port that is taken may become free.
    package var isLasting: Bool { if case .notServable = self { false } else { true } }

    package var description: String {
        switch self {
        case .wrong(let name, let wanted, let written): "\(name) must be \(wanted.phrase), not \"\(written)\"."
        case .unknown(let name, let nearest, let place):
            (place.map { "\($0): " } ?? "") + "\(name) is not a setting. "
                + (nearest.map { "Did you mean \($0)?" } ?? "`broadsheet config` lists all settings.")
        case .inFile(let path, let line, let column, let words):
            "\(path), line \(line)\(column.map { ", column \($0)" } ?? ""): \(words)."
        case .several(let faults): faults.map(\.description).joined(separator: "\n")
        case .noDatabase(let name, let reason):
            "\(name) must be the address of a PostgreSQL database, such as postgres://user@host/name"
                + (reason.map { ": \($0)." } ?? ".")
        case .noRelay(let name):
            "\(name) must be the address of a mail relay, such as smtps://user:password@mail.example.org or "
                + "smtp://localhost:25, without a path. Special characters in the user name and password must be "
                + "encoded (@ as %40, : as %3A, / as %2F)."
        case .noSender(let name, let relay):
            "\(relay) needs \(name), the address that mails come from, such as The Gazette <news@example.org>."
        case .wrongSecret(let name, let least):
            "\(name) must have at least \(least) visible ASCII characters, without spaces."
        case .noPictures(let sentence): sentence
        case .notServable(let host, let port, let reason):
            "Broadsheet cannot listen on \(host), port \(port): \(reason). Choose another --host or --port."
        case .unknownHost(let host, let port):
            "Broadsheet cannot listen on \(host), port \(port): the host name is unknown. Check --host."
        }
    }
}

extension SettingFault.Wanted {
    fileprivate var phrase: String {
        switch self {
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .yesOrNo: "true or false"
        case .timeZone: "a time zone such as Europe/Berlin"
        case .timeZones: "a list of agencies and time zones such as reuters=Europe/London"
        case .address: "an address such as https://news.example.org, without a path"
        case .ranges: "a list of addresses or ranges such as 10.0.0.0/8"
        case .oneOf(let words): words.joined(separator: " or ")
        case .listOf(let words): "a list of these, separated by commas: \(words.joined(separator: ", "))"
        case .line(let most): "one line of visible text, of at most \(most) characters"
        case .sender: "an e-mail address with or without a name, such as The Gazette <news@example.org>"
        case .masks:
            "a list of words and phrases, each of at most \(WordMasks.mostWords) words of letters and digits"
        case .names: "a list of names, each of 1 to \(AccountName.rule.maximum) characters with a letter or a digit"
        }
    }
}
