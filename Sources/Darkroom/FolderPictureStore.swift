package import Foundation
import Newsroom

/// A picture store in a folder. Several machines may share the folder.
package struct FolderPictureStore: PictureStore {
    private let folder: URL
    private let isOwn: Bool

    /// `isOwn` means that no other program uses the folder. In any other folder, new pictures get the read
    /// permissions of the folder.
    package init(folder: URL, isOwn: Bool = false) {
        self.folder = folder
        self.isOwn = isOwn
    }

    package var isAway: Bool { false }

    package func lookAgain() -> Bool { true }

    /// Moves the renditions into place. After a failure it removes none of them, because another machine may
    /// already use them. A file of the same name has the same bytes, because names are digests.
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
        guard let descriptor = try? RegularFile.open(place(of: name).path(percentEncoded: false)) else { return nil }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return (try? file.readToEnd() ?? Data()).map(Array.init)
    }

    /// Copies the file, because the darkroom still works on it.
    package func keepOriginal(_ file: URL, as name: String) throws {
        let place = place(of: name)
        guard !FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) else { return }
        let copy = file.appendingPathExtension("kept")
        try? FileManager.default.removeItem(at: copy)
        try FileManager.default.copyItem(at: file, to: copy)
        try flush(copy)
        do { try FileManager.default.moveItem(at: copy, to: place) } catch CocoaError.fileWriteFileExists {}
        try flush(folder)
    }

    package func copyOriginal(_ name: String, to file: URL) throws -> Bool {
        let source: FileHandle
        do {
            source = FileHandle(
                fileDescriptor: try RegularFile.open(place(of: name).path(percentEncoded: false)), closeOnDealloc: true)
        } catch RegularFile.Fault.missing {
            return false
        }
        try Data().write(to: file)
        let copy = try FileHandle(forWritingTo: file)
        defer { try? copy.close() }
        while let part = try source.read(upToCount: 1 << 20), !part.isEmpty { try copy.write(contentsOf: part) }
        return true
    }

    package func delete(_ names: [String]) throws {
        for name in names {
            do { try FileManager.default.removeItem(at: place(of: name)) } catch CocoaError.fileNoSuchFile {}
        }
        try flush(folder)
    }

    package func missing(among names: [String]) -> [String] {
        names.filter { !RegularFile.isFilled(place(of: $0).path(percentEncoded: false)) }
    }

    /// A folder that can only be read is a passing fault, because readers see its pictures.
    ///
    /// Does not create a missing folder: it may be a share that is not mounted, and other machines would not
    /// see the pictures.
    package func look() throws {
        let path = folder.path(percentEncoded: false)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw PictureStoreFault(
                isLasting: true, "The picture folder \(path) does not exist. Mount or create it.")
        }
        guard isFolder.boolValue else {
            throw PictureStoreFault(isLasting: true, "The picture folder \(path) is not a folder. Name another one.")
        }
        guard access(path, R_OK | X_OK) == 0 else {
            throw PictureStoreFault(
                isLasting: true,
                "The picture folder \(path) may not be read by this user. Change its owner or its mode.")
        }
        guard access(path, W_OK) == 0 else { throw PictureStoreFault.unwritable(path, errno) }
    }

    private func place(of name: String) -> URL {
        folder.appending(path: name, directoryHint: .notDirectory)
    }

    /// Gives the file the read permissions of the folder, for a proxy or for processes on other machines.
    /// Does nothing if the file system has no such permissions.
    private func share(_ file: URL) {
        var shared = stat()
        guard stat(folder.path(percentEncoded: false), &shared) == 0 else { return }
        chmod(file.path(percentEncoded: false), 0o600 | shared.st_mode & 0o044)
    }

    /// Flushes a file or the folder to disk, so that an acknowledged picture survives a power failure.
    private func flush(_ file: URL) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
