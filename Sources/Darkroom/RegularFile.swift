import Foundation

/// Opens files whose names somebody else may have chosen. A symbolic link could lead to any file of the machine, and a
/// pipe or a device may never end, so only regular files are opened.
package enum RegularFile {
    package enum Fault: Error, Hashable {
        case missing
        /// A symbolic link, a pipe, a device or a folder.
        case notRegular
        /// The system refuses to open it, with this error number (errno(3)).
        case refused(number: Int32)
    }

    /// Opens a file for reading. The caller closes the descriptor.
    package static func open(_ path: String, followingLinks: Bool = false) throws(Fault) -> Int32 {
        // Opening a device could already act on it, so the kind is looked at before as well as after.
        var found = stat()
        guard (followingLinks ? stat(path, &found) : lstat(path, &found)) == 0 else { throw fault(errno) }
        guard found.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
        let descriptor = Foundation.open(path, flags)
        guard descriptor >= 0 else { throw fault(errno) }
        guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .notRegular
        }
        return descriptor
    }

    /// Whether a regular file with content is at a path, and not a link to one.
    package static func isFilled(_ path: String) -> Bool {
        var found = stat()
        return lstat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFREG && found.st_size > 0
    }

    private static func fault(_ number: Int32) -> Fault {
        switch number {
        case ENOENT: .missing
        case ELOOP: .notRegular
        default: .refused(number: number)
        }
    }
}
