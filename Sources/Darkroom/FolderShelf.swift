package import Foundation
import Newsroom

/// Pictures in a folder, which machines may share.
package struct FolderShelf: Shelf {
    private let folder: URL
    private let isOwn: Bool

    /// `isOwn` is that of a folder of this program alone. Pictures in another one can be read by whoever can read the
    /// folder.
    package init(folder: URL, isOwn: Bool = false) {
        self.folder = folder
        self.isOwn = isOwn
    }

    package var isAway: Bool { false }

    package func lookAgain() -> Bool { true }

    /// Moves the prints into place. What came there before a failure stays: another machine may have found it there, and told of it.
    /// Whatever has a name already is the same, for names are digests.
    package func keep(_ prints: [FinishedPrint]) throws {
        for print in prints {
            let place = place(of: print.rendition.name)
            if FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) { continue }
            if !isOwn { share(print.file) }
            try flush(print.file)
            do { try FileManager.default.moveItem(at: print.file, to: place) } catch CocoaError.fileWriteFileExists {}
        }
        try flush(folder)
    }

    package func rendition(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: place(of: name))).map(Array.init)
    }

    package func missing(among names: [String]) -> [String] {
        names.filter { !FileManager.default.fileExists(atPath: place(of: $0).path(percentEncoded: false)) }
    }

    /// An empty place where a shared folder should be is not filled: then its pictures would lie where nobody else sees them.
    package func look() throws {
        guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
            throw ShelfFault(
                isLasting: true, "There is no folder for pictures at \(folder.path(percentEncoded: false)).")
        }
    }

    private func place(of name: String) -> URL {
        folder.appending(path: name, directoryHint: .notDirectory)
    }

    /// Programs of others on other machines, or a proxy, may read from a shared folder. Where the file system keeps
    /// no such modes, nothing has to be done.
    private func share(_ file: URL) {
        var shared = stat()
        guard stat(folder.path(percentEncoded: false), &shared) == 0 else { return }
        chmod(file.path(percentEncoded: false), 0o600 | shared.st_mode & 0o044)
    }

    /// On disk before it is told of: what was acknowledged survives a loss of power.
    private func flush(_ file: URL) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
