import Foundation

/// File permissions that keep other users out. The newspaper's data includes readers' e-mail addresses and
/// removed comments.
enum OwnerOnly {
    private static let ofFile = 0o600
    private static let ofFolder = 0o700

    /// Sets the umask (umask(2)) so that other users cannot read any file that this process or its children
    /// create, whatever the umask was before.
    static func begin() {
        let before = umask(0o077)
        umask(before | 0o077)
    }

    /// Creates a folder and its missing parents. An existing folder keeps its mode.
    static func makeFolder(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: ofFolder])
    }

    /// Removes all permissions of other users from a file, or from a folder and everything in it.
    static func close(_ place: URL) throws {
        let files = FileManager.default
        let names = (try? files.subpathsOfDirectory(atPath: place.path)) ?? []
        for path in [place.path] + names.map({ place.appending(path: $0).path }) {
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            try files.setAttributes([.posixPermissions: isFolder.boolValue ? ofFolder : ofFile], ofItemAtPath: path)
        }
    }

    /// A message that says how to keep other users out of a data folder that is open to them; `nil` if it is
    /// not. In a closed folder, the modes of the files do not matter. Pictures outside the folder are not
    /// checked: the operator chose with whom to share them, and readers see them anyway.
    static func exposure(of folder: NewspaperFolder) -> String? {
        let path = folder.url.resolvingSymlinksInPath().path
        let mode = mode(of: path)
        let isListed = mode & 0o044 != 0
        let isPassed = mode & 0o011 != 0
        guard isListed || isPassed && kept.contains(where: { Self.mode(of: "\(path)/\($0)") & 0o066 != 0 })
        else { return nil }
        let quoted = "'\(path.replacing("'", with: "'\\''"))'"
        return "Other users of this machine can read the data folder. To keep them out, run: chmod -R go= \(quoted)"
    }

    /// The files of a data folder that others must not read. Pictures are left out, because a proxy may serve
    /// them from the folder.
    private static let kept =
        NewspaperFolder.backedUp + ["-wal", "-shm"].map { NewspaperFolder.databaseName + $0 }
        + [NewspaperFolder.outboxName]

    /// The mode of a file or a folder; 0 if it does not exist.
    private static func mode(of path: String) -> mode_t {
        var found = stat()
        return stat(path, &found) == 0 ? found.st_mode : 0
    }
}
