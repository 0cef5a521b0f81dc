import Foundation

/// Paths without symbolic links.
enum RealPath {
    /// The path without symbolic links. The last parts of the path may be missing on the disk.
    static func of(_ place: URL) -> String {
        if let found = realpath(place.path, nil) {
            defer { free(found) }
            return String(cString: found)
        }
        guard place.path != "/", !place.path.isEmpty else { return place.path }
        let parent = of(place.deletingLastPathComponent())
        return (parent == "/" ? "" : parent) + "/" + place.lastPathComponent
    }

    /// Whether a path is a folder or leads into it.
    static func isInside(_ place: URL, _ folder: URL) -> Bool { "\(of(place))/".hasPrefix("\(of(folder))/") }

    /// Creates a folder for its owner only, unless it exists. Returns whether it did. Its parent must exist: a missing
    /// one may be a disk that is not mounted.
    static func make(_ folder: URL) throws -> Bool {
        if mkdir(folder.path, 0o700) == 0 { return true }
        switch errno {
        case EEXIST:
            guard try Place.look(at: folder.path) == .folder else { throw PathFault.notAFolder(path: folder.path) }
            return false
        case ENOENT: throw BackupFault.noParent(path: folder.deletingLastPathComponent().path)
        case let number: throw PathFault(number, at: folder.deletingLastPathComponent().path)
        }
    }
}
