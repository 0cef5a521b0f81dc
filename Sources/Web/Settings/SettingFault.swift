/// What is wrong with a setting or an option. Only an operator reads it, on a terminal or in a log; its sentence names what the
/// operator wrote or can write, so it is here and not among the words of the site.
package enum SettingFault: Error, Sendable, Hashable {
    /// `name` is that of the setting or the option.
    case wrong(name: String, wanted: Wanted, written: String)
    /// Where it is no address of a database. What was written may hold a password and is left out.
    case noDatabase(name: String, reason: String?)
    /// What is wrong with the place of pictures, as a sentence.
    case noPictures(String)
    /// The system does not let the program listen there.
    case notServable(host: String, port: Int, reason: String)
    case unknownHost(String, port: Int)

    package enum Wanted: Sendable, Hashable {
        case number(ClosedRange<Int>)
        case yesOrNo, timeZone, address, ranges
        case oneOf([String])
    }
}

extension SettingFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .wrong(let name, let wanted, let written): "\(name) must be \(wanted.phrase), not \"\(written)\"."
        case .noDatabase(let name, let reason):
            "\(name) must be the address of a PostgreSQL database, such as postgres://user@host/name"
                + (reason.map { ": \($0)." } ?? ".")
        case .noPictures(let sentence): sentence
        case .notServable(let host, let port, let reason): "Nothing can be served at \(host), port \(port): \(reason)."
        case .unknownHost(let host, let port):
            "Nothing can be served at \(host), port \(port): no machine is known by this name."
        }
    }
}

extension SettingFault.Wanted {
    fileprivate var phrase: String {
        switch self {
        case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .yesOrNo: "true or false"
        case .timeZone: "a time zone such as Europe/Berlin"
        case .address: "an address such as https://news.example.org, without a path"
        case .ranges: "a list of addresses or ranges such as 10.0.0.0/8"
        case .oneOf(let words): words.joined(separator: " or ")
        }
    }
}
