import ArgumentParser
import Foundation
import Synchronization
import Web

/// The option that names the environment file of the service. All commands read it, so that they act on the same
/// database as the service does.
struct EnvironmentOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file with environment variables. By default, \(EnvironmentOptions.usual) if it exists. Empty: none.",
            valueName: "file"))
    var environmentFile: String?

    /// The file that the systemd unit of the package names, and the data folder of that unit.
    private static let usual = "/etc/broadsheet/environment"
    private static let usualFolder = "/var/lib/broadsheet"

    /// A file that was read, with the names of the variables that came from it, and the whole environment.
    struct Loaded {
        let file: EnvironmentFile
        let names: Set<String>
        let variables: [String: String]
    }

    /// Reads the file and sets its variables, except those that the environment has already. Returns `nil` if there is
    /// none, or if the file is the usual one and belongs to the newspaper in another folder than `data`.
    ///
    /// A server whose folder is known need not be able to read the usual file, because systemd can do that for it.
    func load(data: String?, isServer: Bool = false) throws -> Loaded? {
        let environment = Self.beforeTheFile
        let named = environmentFile ?? environment[Setting.environmentFileVariable]
        guard named != "" else { return nil }
        let data = data ?? environment[Setting.dataVariable]
        guard let path = try named.map(Self.required) ?? Self.usualFile(data: data, isServer: isServer) else {
            return nil
        }
        let file = EnvironmentFile(path: path, text: try Self.text(of: path))
        if named == nil, let data, let other = file.variables[Setting.dataVariable]?.value, !Self.isSame(data, other) {
            return nil
        }
        let own = file.variables.filter { environment[$0.key] == nil }.mapValues(\.value)
        Self.setOnce(own)
        return Loaded(file: file, names: Set(own.keys), variables: environment.merging(own) { $1 })
    }

    /// The environment with which the process started.
    private static let beforeTheFile = ProcessInfo.processInfo.environment
    private static let isSet = Mutex(false)

    /// Sets the variables for libraries, such as `PGPASSWORD` for libpq. A server that reads the file again leaves
    /// them as they are, because other threads may be reading them (setenv(3) is not thread-safe).
    private static func setOnce(_ variables: [String: String]) {
        isSet.withLock { isSet in
            guard !isSet else { return }
            isSet = true
            for (name, value) in variables { setenv(name, value, 1) }
        }
    }

    private static func required(_ path: String) throws -> String {
        guard try Place.look(at: path) != nil else { throw PathFault.missing(path: path) }
        try Place.requireFile(path, R_OK)
        return path
    }

    /// The usual file; `nil` if it does not exist. Throws if this user cannot read it, unless the command is for
    /// another folder than that of the service.
    private static func usualFile(data: String?, isServer: Bool) throws -> String? {
        let fault: PathFault
        do {
            guard try Place.look(at: usual) != nil else { return nil }
            try Place.requireFile(usual, R_OK)
            return usual
        } catch { fault = error }
        guard case .notAllowed = fault else { throw fault }
        if let data, isServer || !isSame(data, usualFolder) { return nil }
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
                + "as the user of the service: sudo -u broadsheet. If that user may not read the file either, run as root: "
                + "chown root:broadsheet '\(path)' && chmod 640 '\(path)'. For another newspaper, name its folder with --data."
        case .tooLarge(let path): "\(path) is larger than 1 MB, so it is not a settings file. Check the name."
        }
    }
}
