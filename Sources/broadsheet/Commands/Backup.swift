import ArgumentParser
import Bucket
import Darkroom
import Database
import Foundation
import Newsroom

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Back up the newspaper into a new folder. The newspaper may keep running.")

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The folder to create. It must not exist yet.") var target: String

    func run() async throws {
        let place = try await installation.open()
        let folder = URL(filePath: target, directoryHint: .isDirectory).absoluteURL
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw CommandFault.backupExists(path: folder.path)
        }
        guard !place.isShared else { throw CommandFault.backupOfPostgreSQL }
        try OwnerOnly.makeFolder(folder)
        do { try await copyAll(of: place, to: folder) } catch {
            // An incomplete backup would look like a complete one.
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    private func copyAll(of place: Installation, to folder: URL) async throws {
        // The database is copied before the pictures. A picture is stored before the row that names it, so
        // the backup has the picture of every row.
        try await place.database.backUp(to: folder.appending(path: "broadsheet.sqlite").path)
        for name in ["secret.key", "broadsheet.json"] {
            try copy(place.folder.appending(path: name), to: folder.appending(path: name))
        }
        await place.database.close()
        switch place.pictures {
        case .folder(let pictures):
            try copy(pictures, to: folder.appending(path: "pictures"))
            print("The backup is in \(folder.path).")
        case .bucket(let bucket):
            print("The backup is in \(folder.path). It has no pictures: they stay in \(bucket).")
        }
    }

    /// Copies a file or a folder; of a symbolic link, its target. Only the owner can read the copy, whatever
    /// the mode of the source is.
    private func copy(_ source: URL, to target: URL) throws {
        let source = source.resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: source.path) else { return }
        try FileManager.default.copyItem(at: source, to: target)
        try OwnerOnly.close(target)
    }
}
