import Configuration

/// The places that settings come from: options of a command, the environment, the environment file, the settings
/// file and the defaults, in this order.
package struct SettingSources: Sendable {
    package enum Origin: Sendable, Hashable {
        case standard
        case file(String)
        case environment(String)
        case environmentFile(String)
        case option(String)
    }

    /// A setting with its value, and where the value comes from.
    package struct Entry: Sendable {
        package let setting: Setting
        package let value: String
        package let origin: Origin
    }

    /// All settings, in their usual order.
    package let entries: [Entry]
    /// The settings file; `nil` if there is none.
    package let filePath: String?
    /// What is wrong in the places themselves, such as a name that no setting has.
    package let faults: [SettingFault]

    /// `environment` includes the variables of the environment file, whose names are in `ofFile`. `options` has the
    /// values of options, with the names of the options.
    package init(
        environment: [String: String], environmentFile: EnvironmentFile?, ofFile: Set<String>,
        settingsFile: SettingsFile?,
        options: [Setting: (option: String, value: String)] = [:]
    ) {
        filePath = settingsFile?.path
        entries = Setting.allCases.map { setting in
            let name = setting.environmentName
            if let (option, value) = options[setting] {
                return Entry(setting: setting, value: value, origin: .option(option))
            }
            if let value = environment[name] {
                let file = ofFile.contains(name) ? environmentFile?.path : nil
                return Entry(
                    setting: setting, value: value, origin: file.map { .environmentFile($0) } ?? .environment(name))
            }
            if let file = settingsFile, let value = file.values[setting] {
                return Entry(setting: setting, value: value, origin: .file(file.path))
            }
            return Entry(setting: setting, value: setting.standard, origin: .standard)
        }
        let unknown = environment.keys.sorted().filter {
            $0.uppercased().hasPrefix(Setting.environmentPrefix) && !Setting.isVariable($0)
        }
        faults =
            (environmentFile?.faults ?? [])
            + unknown.map { name in
                let line = ofFile.contains(name) ? environmentFile?.variables[name]?.line : nil
                return .unknown(
                    name, nearest: NearestName.of(name, among: Setting.variables.sorted()),
                    place: line.flatMap { line in environmentFile.map { "\($0.path), line \(line)" } })
            } + (settingsFile?.faults ?? [])
    }

    /// The settings whose values differ.
    package func differences(from other: SettingSources) -> [Setting] {
        zip(entries, other.entries).filter { $0.value != $1.value }.map(\.0.setting)
    }

    /// The validated settings. Throws all faults of the places, or the first invalid value.
    package func settings() throws(SettingFault) -> Settings {
        if let fault = faults.first { throw faults.count == 1 ? fault : .several(faults) }
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for entry in entries where entry.origin != .standard {
            let parts = entry.setting.rawValue.split(separator: ".").map(String.init)
            values[AbsoluteConfigKey(parts)] = ConfigValue(.string(entry.value), isSecret: false)
        }
        return try Settings(from: ConfigReader(provider: InMemoryProvider(values: values)))
    }
}

/// No log shows secrets, whatever describes the settings.
extension SettingSources.Entry: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { "\(setting.rawValue): \(setting.shown(value))" }
    package var debugDescription: String { description }
}
