import Configuration
import Darkroom
package import Database
import Foundation
import Markup
package import Newsroom

extension PostgreSQLAddress {
    /// Refuses with `invalid` what is no such address. What was written is not in the sentence, because it may hold a
    /// password. `name` is that of the option or setting.
    package static func accept(_ written: String, as name: String) throws(Refusal) -> PostgreSQLAddress {
        do { return try PostgreSQLAddress(written) } catch {
            let reason = if case .unreachable(let words) = error { ": \(words)." } else { "." }
            throw .invalid(
                "\(name) must be the address of a PostgreSQL database, such as postgres://user@host/name\(reason)")
        }
    }
}

/// Reads single settings and says in a sentence what is wrong with one.
struct SettingReader {
    private let reader: ConfigReader

    init(_ reader: ConfigReader) { self.reader = reader }

    func house() throws(Refusal) -> House {
        let standard = Policy.standard
        let welcome = text(.policyWelcome)
        guard let zone = TimeZone(identifier: text(.houseTimeZone)) else {
            throw fault(.houseTimeZone, "a time zone such as Europe/Berlin")
        }
        let tagline = text(.houseTagline)
        return House(
            name: text(.houseName), tagline: tagline.isEmpty ? nil : tagline, timeZone: zone,
            policy: Policy(welcome: welcome.isEmpty ? standard.welcome : welcome, clauses: standard.clauses),
            disclaimer: text(.houseDisclaimer))
    }

    /// Everything is read as text, so that `5` and `"5"` in a file are the same.
    func text(_ setting: Setting) -> String {
        let key = ConfigKey(stringLiteral: setting.rawValue)
        if let text = reader.string(forKey: key) { return text }
        if let number = reader.int(forKey: key) { return String(number) }
        if let answer = reader.bool(forKey: key) { return String(answer) }
        return setting.standard
    }

    func number(_ setting: Setting, _ range: ClosedRange<Int>) throws(Refusal) -> Int {
        guard let number = Int(text(setting)), range.contains(number) else {
            throw fault(setting, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func yesOrNo(_ setting: Setting) throws(Refusal) -> Bool {
        switch text(setting).lowercased() {
        case "true", "yes", "1", "on": return true
        case "false", "no", "0", "off", "": return false
        default: throw fault(setting, "true or false")
        }
    }

    func address(_ setting: Setting) throws(Refusal) -> SafeURL? {
        let written = text(setting)
        guard !written.isEmpty else { return nil }
        let plain = written.hasSuffix("/") ? String(written.dropLast()) : written
        guard let url = SafeURL(plain), URLComponents(string: plain)?.path.isEmpty == true else {
            throw fault(setting, "an address such as https://news.example.org, without a path")
        }
        return url
    }

    func database() throws(Refusal) -> PostgreSQLAddress? {
        let written = text(.database)
        return try written.isEmpty ? nil : .accept(written, as: name(of: .database))
    }

    /// Commas may stand between them; they also stand between the hosts of one.
    func replicas() throws(Refusal) -> [PostgreSQLAddress] {
        let written = text(.databaseRead).replacing(/,\s*(?=postgres(ql)?:\/\/)/, with: " ")
        var addresses: [PostgreSQLAddress] = []
        for part in written.split(whereSeparator: \.isWhitespace) {
            addresses.append(try .accept(String(part), as: name(of: .databaseRead)))
        }
        return addresses
    }

    func pictures() throws(Refusal) -> PictureStoreAddress? {
        let written = text(.pictures)
        return try written.isEmpty ? nil : .accept(written)
    }

    func ranges(_ setting: Setting) throws(Refusal) -> [AddressRange] {
        var ranges: [AddressRange] = []
        for part in text(setting).split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let range = AddressRange(String(part)) else {
                throw fault(setting, "a list of addresses or ranges such as 10.0.0.0/8")
            }
            ranges.append(range)
        }
        return ranges
    }

    func header(_ setting: Setting) throws(Refusal) -> ForwardingHeader {
        guard let header = ForwardingHeader(name: text(setting)) else {
            throw fault(setting, "\(ForwardingHeader.allCases.map(\.rawValue).joined(separator: " or "))")
        }
        return header
    }

    private func name(of setting: Setting) -> String { "\(setting.environmentName) (\(setting.rawValue))" }

    private func fault(_ setting: Setting, _ wanted: String) -> Refusal {
        .invalid("\(name(of: setting)) must be \(wanted), not \"\(text(setting))\".")
    }
}
