import Database
import ArgumentParser
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
            throw Refusal.conflict("\(folder.path) exists already; a backup goes into a new folder.")
        }
        guard !place.isShared else {
            throw Refusal.conflict(
                "A PostgreSQL database is backed up with its own tools, such as pg_dump; the data folder holds the pictures and the key."
            )
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // The database first: pictures are written before the rows that name them, so none is missing.
        try await place.database.backUp(to: folder.appending(path: "broadsheet.sqlite").path)
        for name in ["pictures", "secret.key", "broadsheet.json"] {
            let source = place.folder.appending(path: name)
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            try FileManager.default.copyItem(at: source, to: folder.appending(path: name))
        }
        await place.database.close()
        print("Everything is in \(folder.path).")
    }
}
