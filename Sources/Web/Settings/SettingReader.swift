package import Configuration
import Darkroom
package import Database
import Foundation
import Markup
import Newsroom
import Wire

extension PostgreSQLAddress {
    /// Throws `noDatabase` if the text is not a valid address. `name` is the name of the option or the
    /// setting.
    package static func accept(_ written: String, as name: String) throws(SettingFault) -> PostgreSQLAddress {
        do { return try PostgreSQLAddress(written) } catch {
            let reason: String? = if case .unreachable(let words) = error { words } else { nil }
            throw .noDatabase(name: name, reason: reason)
        }
    }
}

extension Setting {
    /// Each setting as it is written, or its default.
    package static func texts(in reader: ConfigReader) -> [Setting: String] {
        let values = SettingReader(reader)
        return Dictionary(uniqueKeysWithValues: allCases.map { ($0, values.text($0)) })
    }
}

/// Reads single settings. Each function throws a `SettingFault` if the value is invalid.
struct SettingReader {
    private let reader: ConfigReader

    init(_ reader: ConfigReader) { self.reader = reader }

    func house() throws(SettingFault) -> House {
        let standard = Policy.standard
        let welcome = try line(.policyWelcome, most: 2_000)
        guard let zone = TimeZone(identifier: text(.houseTimeZone)) else { throw fault(.houseTimeZone, .timeZone) }
        let tagline = try line(.houseTagline, most: 200)
        return House(
            name: try name(.houseName), tagline: tagline.isEmpty ? nil : tagline, timeZone: zone,
            policy: Policy(welcome: welcome.isEmpty ? standard.welcome : welcome, clauses: standard.clauses),
            disclaimer: try line(.houseDisclaimer, most: 2_000), commentsFrom: try choice(.commentsFrom),
            correctionPlace: try choice(.storiesCorrections), hasPeoplePages: try yesOrNo(.accountsPublicPages))
    }

    /// The value as text, whatever its type is, so that `5` and `"5"` in a file mean the same.
    func text(_ setting: Setting) -> String {
        let key = ConfigKey(stringLiteral: setting.rawValue)
        if let text = reader.string(forKey: key) { return text }
        if let number = reader.int(forKey: key) { return String(number) }
        if let answer = reader.bool(forKey: key) { return String(answer) }
        if let list = reader.stringArray(forKey: key) { return list.joined(separator: ", ") }
        return setting.standard
    }

    private func name(_ setting: Setting) throws(SettingFault) -> String {
        let name = try line(setting, most: 100)
        guard !name.isEmpty else { throw fault(setting, .line(most: 100)) }
        return name
    }

    /// One line of visible text, or none. Controls, and marks that turn the direction of the text, are refused.
    private func line(_ setting: Setting, most: Int) throws(SettingFault) -> String {
        let written = text(setting).trimmed
        let isVisible = written.unicodeScalars.allSatisfy { scalar in
            !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value)
                && ![.control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse].contains(
                    scalar.properties.generalCategory)
        }
        guard written.count <= most, isVisible else { throw fault(setting, .line(most: most)) }
        return written
    }

    func number(_ setting: Setting, _ range: ClosedRange<Int>) throws(SettingFault) -> Int {
        guard let number = Int(text(setting)), range.contains(number) else {
            throw fault(setting, .number(range))
        }
        return number
    }

    func yesOrNo(_ setting: Setting) throws(SettingFault) -> Bool {
        switch text(setting).lowercased() {
        case "true", "yes", "1", "on": return true
        case "false", "no", "0", "off", "": return false
        default: throw fault(setting, .yesOrNo)
        }
    }

    func address(_ setting: Setting) throws(SettingFault) -> SafeURL? {
        let written = text(setting)
        guard !written.isEmpty else { return nil }
        let plain = written.hasSuffix("/") ? String(written.dropLast()) : written
        guard let url = SafeURL(plain), URLComponents(string: plain)?.path.isEmpty == true else {
            throw fault(setting, .address)
        }
        return url
    }

    func database() throws(SettingFault) -> PostgreSQLAddress? {
        let written = text(.database)
        return try written.isEmpty ? nil : .accept(written, as: name(of: .database))
    }

    /// Commas or spaces separate the addresses. A comma also separates the hosts within one address, so only
    /// a comma before a scheme ends an address.
    func replicas() throws(SettingFault) -> [PostgreSQLAddress] {
        let written = text(.databaseRead).replacing(/,\s*(?=postgres(ql)?:\/\/)/, with: " ")
        var addresses: [PostgreSQLAddress] = []
        for part in written.split(whereSeparator: \.isWhitespace) {
            addresses.append(try .accept(String(part), as: name(of: .databaseRead)))
        }
        return addresses
    }

    func pictures() throws(SettingFault) -> PictureStoreAddress? {
        let written = text(.pictures)
        guard !written.isEmpty else { return nil }
        do { return try .accept(written) } catch { throw .noPictures(error.description) }
    }

    func ranges(_ setting: Setting) throws(SettingFault) -> [AddressRange] {
        var ranges: [AddressRange] = []
        for part in text(setting).split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let range = AddressRange(String(part)) else {
                throw fault(setting, .ranges)
            }
            ranges.append(range)
        }
        return ranges
    }

    /// Pairs such as `reuters=Europe/London`, separated by commas. The names are returned in lower case.
    func timeZones(_ setting: Setting) throws(SettingFault) -> [String: TimeZone] {
        var zones: [String: TimeZone] = [:]
        for pair in text(setting).split(separator: ",") {
            let parts = pair.split(separator: "=").map { String($0).trimmed }
            guard parts.count == 2, let zone = TimeZone(identifier: parts[1]) else { throw fault(setting, .timeZones) }
            zones[parts[0].lowercased()] = zone
        }
        return zones
    }

    /// Names of checks, in their own order and each once.
    func checks(_ setting: Setting) throws(SettingFault) -> [PublicationCheck] {
        let names = text(setting).split { $0 == "," || $0.isWhitespace }.map(String.init)
        let checks = PublicationCheck.allCases.filter { names.contains($0.rawValue) }
        guard names.allSatisfy({ PublicationCheck(rawValue: $0) != nil }) else {
            throw fault(setting, .listOf(PublicationCheck.allCases.map(\.rawValue)))
        }
        return checks
    }

    /// Words and phrases, in the order of the list. `standard` stands for those of `StandardMasks`.
    func masks(_ setting: Setting) throws(SettingFault) -> [String] {
        var masks: [String] = []
        for phrase in text(setting).split(separator: ",").map({ String($0).trimmed }) where !phrase.isEmpty {
            guard WordMasks.accepts(phrase) else { throw fault(setting, .masks) }
            masks += phrase == StandardMasks.name ? StandardMasks.phrases : [phrase]
        }
        return masks
    }

    /// Stands for the list that comes with Broadsheet.
    static let standardList = "standard"

    /// Names, in the order of the list. `standard` stands for those of `ReservedNames.standard`.
    func names(_ setting: Setting) throws(SettingFault) -> [String] {
        var names: [String] = []
        for written in text(setting).split(separator: ",") where !String(written).trimmed.isEmpty {
            let rule = TextRule(.accountName, field: "", minimum: 1, maximum: AccountName.rule.maximum)
            guard let name = try? rule.accept(String(written)), !name.lookalikeKey.isEmpty else {
                throw fault(setting, .names)
            }
            names += name == Self.standardList ? ReservedNames.standard : [name]
        }
        return names
    }

    func header(_ setting: Setting) throws(SettingFault) -> ForwardingHeader {
        guard let header = ForwardingHeader(name: text(setting)) else {
            throw fault(setting, .oneOf(ForwardingHeader.allCases.map(\.rawValue)))
        }
        return header
    }

    /// One of the words for a choice.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ setting: Setting) throws(SettingFault) -> Choice {
        guard let choice = Choice(rawValue: text(setting)) else {
            throw fault(setting, .oneOf(Choice.allCases.map(\.rawValue)))
        }
        return choice
    }

    func name(of setting: Setting) -> String { "\(setting.environmentName) (\(setting.rawValue))" }

    func fault(_ setting: Setting, _ wanted: SettingFault.Wanted) -> SettingFault {
        .wrong(name: name(of: setting), wanted: wanted, written: setting.shown(text(setting)))
    }
}
