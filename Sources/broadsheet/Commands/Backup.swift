import ArgumentParser
import Bucket
import Darkroom
import Database
import Foundation
import Newsroom

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy everything that the newspaper keeps into a new folder, while it runs.")

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "A folder that does not exist yet.") var target: String

    func run() async throws {
        let place = try await installation.open()
        let folder = URL(filePath: target, directoryHint: .isDirectory).absoluteURL
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw CommandFault.backupExists(path: folder.path)
        }
        guard !place.isShared else { throw CommandFault.backupOfPostgreSQL }
        try OwnerOnly.makeFolder(folder)
        do { try await copyAll(of: place, to: folder) } catch {
            // A part of it would look like all of it.
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    private func copyAll(of place: Installation, to folder: URL) async throws {
        // The database first: pictures are written before the rows that name them, so none is missing.
        try await place.database.backUp(to: folder.appending(path: "broadsheet.sqlite").path)
        for name in ["secret.key", "broadsheet.json"] {
            try copy(place.folder.appending(path: name), to: folder.appending(path: name))
        }
        await place.database.close()
        switch place.pictures {
        case .folder(let pictures):
            try copy(pictures, to: folder.appending(path: "pictures"))
            print("Everything is in \(folder.path).")
        case .bucket(let bucket):
            print("Everything but the pictures is in \(folder.path); they stay in \(bucket).")
        }
    }

    /// Of a link, what it leads to. However readable that is, the copy is for its owner alone.
    private func copy(_ source: URL, to target: URL) throws {
        let source = source.resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: source.path) else { return }
        try FileManager.default.copyItem(at: source, to: target)
        try OwnerOnly.close(target)
    }
}
