package import Foundation
import Newsroom

/// A picture store in a folder. Several machines may share the folder.
package struct FolderPictureStore: PictureStore {
    private let folder: URL
    private let isOwn: Bool

    /// `isOwn` says that this program alone uses the folder. In any other folder the pictures are as readable as the
    /// folder.
    package init(folder: URL, isOwn: Bool = false) {
        self.folder = folder
        self.isOwn = isOwn
    }

    package var isAway: Bool { false }

    package func lookAgain() -> Bool { true }

    /// Moves the renditions into place. After a failure it takes none back, because another machine may already use
    /// them. A file of the same name has the same bytes, because names are digests.
    package func keep(_ renditions: [FinishedRendition]) throws {
        for finished in renditions {
            let place = place(of: finished.rendition.name)
            if FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) { continue }
            if !isOwn { share(finished.file) }
            try flush(finished.file)
            do { try FileManager.default.moveItem(at: finished.file, to: place) } catch CocoaError.fileWriteFileExists {
            }
        }
        try flush(folder)
    }

    package func rendition(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: place(of: name))).map(Array.init)
    }

    package func missing(among names: [String]) -> [String] {
        names.filter { !FileManager.default.fileExists(atPath: place(of: $0).path(percentEncoded: false)) }
    }

    /// Never makes a missing folder: the shared folder may not be mounted, and other machines would not see the
    /// pictures.
    package func look() throws {
        guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
            throw PictureStoreFault(
                isLasting: true, "There is no folder for pictures at \(folder.path(percentEncoded: false)).")
        }
    }

    private func place(of name: String) -> URL {
        folder.appending(path: name, directoryHint: .notDirectory)
    }

    /// Gives the file the read permissions of the folder, for a proxy or programs on other machines. Does nothing where
    /// the file system keeps no such modes.
    private func share(_ file: URL) {
        var shared = stat()
        guard stat(folder.path(percentEncoded: false), &shared) == 0 else { return }
        chmod(file.path(percentEncoded: false), 0o600 | shared.st_mode & 0o044)
    }

    /// Writes the file to disk, so that an acknowledged picture survives a loss of power.
    private func flush(_ file: URL) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
