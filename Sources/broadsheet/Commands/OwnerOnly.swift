import Foundation

/// What a newspaper keeps is for its owner alone: there are addresses of readers in it, and what the desk has taken
/// down.
enum OwnerOnly {
    private static let ofFile = 0o600
    private static let ofFolder = 0o700

    /// From now on nothing that the program or its children make can be read by others (umask(2)), however it was
    /// started.
    static func begin() {
        let before = umask(0o077)
        umask(before | 0o077)
    }

    /// Makes a folder, and those above it, where there is none. One that is there stays as somebody has made it.
    static func makeFolder(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: ofFolder])
    }

    /// Takes from others what they may do with a file, or a folder and all in it.
    static func close(_ place: URL) throws {
        let files = FileManager.default
        let names = (try? files.subpathsOfDirectory(atPath: place.path)) ?? []
        for path in [place.path] + names.map({ place.appending(path: $0).path }) {
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            try files.setAttributes([.posixPermissions: isFolder.boolValue ? ofFolder : ofFile], ofItemAtPath: path)
        }
    }

    /// Says how to keep others out of a data folder where they can look into it; `nil` where they cannot. Behind a
    /// closed folder it does not matter what its files allow. Pictures that lie elsewhere are not looked at: whoever
    /// shares them knows with whom, and readers see them anyway.
    static func exposure(of folder: URL) -> String? {
        let path = folder.resolvingSymlinksInPath().path
        let mode = mode(of: path)
        let isListed = mode & 0o044 != 0
        let isPassed = mode & 0o011 != 0
        guard isListed || isPassed && kept.contains(where: { Self.mode(of: "\(path)/\($0)") & 0o066 != 0 })
        else { return nil }
        let quoted = "'\(path.replacing("'", with: "'\\''"))'"
        return "Others on this machine can read what the newspaper keeps. To keep them out: chmod -R go= \(quoted)"
    }

    /// What may be in a data folder, but for pictures, which a proxy may serve from there.
    private static let kept = [
        "broadsheet.sqlite", "broadsheet.sqlite-wal", "broadsheet.sqlite-shm", "broadsheet.json", "secret.key",
    ]

    /// 0 for what is not there.
    private static func mode(of path: String) -> mode_t {
        var found = stat()
        return stat(path, &found) == 0 ? found.st_mode : 0
    }
}
