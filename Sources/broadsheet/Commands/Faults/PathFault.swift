import Foundation

/// The reason why a file or a folder cannot be used.
enum PathFault: OperatorFault, Hashable {
    case missing(path: String)
    /// A symbolic link whose target does not exist.
    case dangling(path: String, target: String)
    case notAFolder(path: String)
    case notAFile(path: String)
    /// The user who runs the command lacks a permission. `owner` is the owner of the file or the folder.
    case notAllowed(path: String, owner: String?)
    case readOnly(path: String)
    /// A folder that is a backup, and stays as it is.
    case backup(path: String)
    /// A folder in which `restore` was interrupted.
    case halfRestored(path: String)
    case full(path: String)
    case failed(path: String, words: String)

    var isLasting: Bool { if case .full = self { false } else { true } }

    /// The fault for an error number of the system (errno(3)).
    init(_ number: Int32, at path: String) {
        self =
            switch number {
            case ENOENT: .missing(path: path)
            case ENOTDIR: .notAFolder(path: path)
            case EISDIR: .notAFile(path: path)
            case EACCES, EPERM: .notAllowed(path: path, owner: FileOwner.name(of: path))
            case EROFS: .readOnly(path: path)
            case ENOSPC, EDQUOT: .full(path: path)
            default: .failed(path: path, words: String(cString: strerror(number)))
            }
    }

    /// The fault for an error that Foundation throws; `nil` for errors of another kind.
    init?(_ error: any Error, at path: String) {
        if let fault = error as? PathFault {
            self = fault
            return
        }
        if let error = error as? POSIXError {
            self.init(error.code.rawValue, at: path)
            return
        }
        guard let error = error as? CocoaError else { return nil }
        let path = (error.userInfo["NSFilePath"] as? String) ?? path
        switch error.code {
        case .fileWriteNoPermission, .fileReadNoPermission: self.init(EACCES, at: path)
        case .fileWriteVolumeReadOnly: self.init(EROFS, at: path)
        case .fileWriteOutOfSpace: self.init(ENOSPC, at: path)
        case .fileNoSuchFile, .fileReadNoSuchFile: self.init(ENOENT, at: path)
        default:
            guard let system = error.underlying as? POSIXError else { return nil }
            self.init(system.code.rawValue, at: path)
        }
    }
}

extension PathFault {
    var description: String {
        switch self {
        case .missing(let path): "\(path) does not exist."
        case .dangling(let path, let target):
            "\(path) is a symbolic link to \(target), which does not exist. Mount or create it, or remove the link."
        case .notAFolder(let path): "\(path) is not a folder. Name a folder, or move this file away."
        case .notAFile(let path): "\(path) is not a file. Move it away, and restore the file."
        case .notAllowed(let path, let owner):
            Self.denied(path, owner)
        case .readOnly(let path):
            Self.readOnly(path)
        case .backup(let path):
            "\(path) is a backup. Opening it would change it. Restore it into a new folder with: "
                + "broadsheet restore '\(path)' --data FOLDER"
        case .halfRestored(let path):
            "\(path) has only a part of a newspaper: a restore into it was interrupted, or is under way. Run the same "
                + "`broadsheet restore` again, or empty the folder."
        case .full(let path):
            "There is no space left for \(path). Free some space on its disk and run the command again."
        case .failed(let path, let words): "\(path) cannot be used (\(words)). Check the disk and the file."
        }
    }

    private static func denied(_ path: String, _ owner: String?) -> String {
        let place = NearestPlace(to: path)
        let belongs = (place.owner ?? owner).map { ", which belongs to \($0). " } ?? ". "
        let advice = place.advice(for: path)
        guard !place.isItself else { return "The user \(FileOwner.me) may not use \(path)\(belongs)\(advice)" }
        return FileManager.default.isExecutableFile(atPath: place.path)
            ? "\(path) does not exist, and the user \(FileOwner.me) may not use \(place.path)\(belongs)\(advice)"
            : "The user \(FileOwner.me) may not use \(place.path)\(belongs)\(path) is in it. \(advice)"
    }

    private static func readOnly(_ path: String) -> String {
        let place = NearestPlace(to: path)
        let missing = place.isItself ? "" : "\(path) does not exist and cannot be created: "
        return
            "\(missing)\(place.path) is on a file system that is mounted read-only, and Broadsheet must write there. "
            + "Mount it for writing. If other programs can write there, systemd keeps this service out. "
            + (place.isItself ? "Run" : "Create the folder as root, run")
            + " `systemctl edit broadsheet`, and add ReadWritePaths=\(path) under [Service]."
    }
}

/// Users and owners, by name.
enum FileOwner {
    /// The user who runs the command.
    static var me: String { name(geteuid()) }

    static func name(of path: String) -> String? {
        var found = stat()
        // A file in a folder that is closed to this user has an owner that cannot be read; its folder has one.
        if stat(path, &found) == 0 { return name(found.st_uid) }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return stat(folder, &found) == 0 ? name(found.st_uid) : nil
    }

    /// The owner of exactly this path; `nil` if it does not exist or cannot be seen.
    static func ownOwner(of path: String) -> String? {
        var found = stat()
        return stat(path, &found) == 0 ? name(found.st_uid) : nil
    }

    /// Gives a folder and everything in it to the owner of `place`, so that the service can use what root has made.
    /// Only root can; for others, nothing changes.
    static func giveAll(in folder: URL, toOwnerOf place: URL) throws {
        var found = stat()
        guard geteuid() == 0, stat(place.path, &found) == 0, found.st_uid != 0 else { return }
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for path in [folder.path] + names.map({ folder.appending(path: $0).path }) {
            guard lchown(path, found.st_uid, found.st_gid) == 0 else { throw PathFault(errno, at: path) }
        }
    }

    private static func name(_ user: uid_t) -> String {
        guard let known = getpwuid(user), let name = known.pointee.pw_name else { return "user \(user)" }
        return String(cString: name)
    }
}
