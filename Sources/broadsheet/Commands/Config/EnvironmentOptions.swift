import ArgumentParser
import Foundation
import Synchronization
import Web

/// The option that names the environment file of the service. All commands read it, so that they act on the same
/// database as the service does.
struct EnvironmentOptions: ParsableArguments, Sendable {
    @Option(
        help: ArgumentHelp(
            "A file with environment variables. By default, \(EnvironmentOptions.usual) if it exists. Empty: none.",
            valueName: "file"))
    var environmentFile: String?

    /// The file that the systemd unit of the package names, and the data folder of that unit.
    private static let usual = "/etc/broadsheet/environment"
    private static let usualFolder = "/var/lib/broadsheet"

    /// A file that was read, with the names of the variables that came from it.
    struct Loaded {
        let file: EnvironmentFile
        let names: Set<String>
    }

    /// Reads the file and sets its variables, except those that the environment has already. Returns `nil` if there is
    /// none, or if the file is the usual one and belongs to the newspaper in another folder than `data`.
    func load(data: String?) throws -> Loaded? {
        let environment = ProcessInfo.processInfo.environment
        let named = environmentFile ?? environment[Setting.environmentFileVariable]
        guard named != "" else { return nil }
        let data = data ?? environment[Setting.dataVariable]
        guard let path = try named.map(Self.required) ?? Self.usualFile(data: data) else {
            return nil
        }
        let file = EnvironmentFile(path: path, text: try Self.text(of: path))
        if named == nil, let data, let other = file.variables[Setting.dataVariable]?.value, !Self.isSame(data, other) {
            return nil
        }
        let names = Self.ofFile.withLock { known in
            known.formUnion(file.variables.keys.filter { environment[$0] == nil })
            for name in known { _ = file.variables[name].map { setenv(name, $0.value, 1) } ?? unsetenv(name) }
            return known
        }
        return Loaded(file: file, names: names)
    }

    /// The variables that came from the file. If the file is read again, its new values take their place.
    private static let ofFile = Mutex<Set<String>>([])

    private static func required(_ path: String) throws -> String {
        guard try Place.look(at: path) != nil else { throw PathFault.missing(path: path) }
        try Place.requireFile(path, R_OK)
        return path
    }

    /// The usual file; `nil` if it does not exist. Throws if this user cannot read it, unless the command is for
    /// another folder than that of the service.
    private static func usualFile(data: String?) throws -> String? {
        let fault: PathFault
        do {
            guard try Place.look(at: usual) != nil else { return nil }
            try Place.requireFile(usual, R_OK)
            return usual
        } catch { fault = error }
        guard case .notAllowed = fault else { throw fault }
        if data.map({ !isSame($0, usualFolder) }) ?? false { return nil }
        throw SettingsFault.closedEnvironment(path: usual)
    }

    private static func text(of path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else { throw PathFault(EIO, at: path) }
        return String(decoding: data, as: UTF8.self)
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        func plain(_ path: String) -> String {
            URL(filePath: path, directoryHint: .isDirectory).standardizedFileURL.resolvingSymlinksInPath().path
        }
        return plain(one) == plain(other)
    }
}

/// The reason why the settings cannot be read.
enum SettingsFault: OperatorFault, Hashable {
    case closedEnvironment(path: String)
    case tooLarge(path: String)

    var isLasting: Bool { true }

    var description: String {
        switch self {
        case .closedEnvironment(let path):
            "The settings of the service are in \(path), which the user \(FileOwner.me) may not read. Run the command "
                + "with sudo, or for another newspaper name its folder with --data."
        case .tooLarge(let path): "\(path) is too large for a file of settings. Check what it is."
        }
    }
}
