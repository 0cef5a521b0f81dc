import ArgumentParser
import Darkroom
import Database
import Foundation
import Newsroom
import Storage

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty data folder with the demo edition: ten stories with drawings and comments.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let folder = installation.folder
        try Self.clear(folder)
        let marker = folder.appending(path: Self.unfinished)
        try Data().write(to: marker)
        let edition = DemoEdition.edition(at: Clock.system.now)
        try DemoPlacing.write(edition.house, to: folder)
        let place = try await installation.begin()
        try await place.pictureStore.look()
        guard try await place.database.read({ tx in try tx.latestStories(limit: 1).elements.isEmpty }) else {
            if try await place.isClaimedByAnother() {
                // The folder must get the key and the settings of the newspaper in the database, not those of
                // the demo edition.
                try Self.clear(folder)
                try FileManager.default.removeItem(at: marker)
                throw Refusal(.database(.ofAnotherKey))
            }
            // Another machine has already filled this database. This folder now has the demo edition's
            // settings too.
            try FileManager.default.removeItem(at: marker)
            return print("The database already has stories, so nothing was added.")
        }
        let progress = ProgressLine("creating the demo edition")
        try await DemoPlacing(place: place).place(edition) { progress.show($0, of: $1) }
        progress.end()
        await place.database.close()
        try FileManager.default.removeItem(at: marker)
        print("The demo edition is in \(folder.path).")
    }

    /// A marker file that exists while the folder is being filled. An interrupted run leaves it behind, and
    /// the next run starts over.
    private static let unfinished = "demo-unfinished"

    /// Creates the folder, or empties it if it holds an interrupted demo edition. Throws if it holds anything
    /// else.
    private static func clear(_ folder: URL) throws {
        let files = FileManager.default
        try OwnerOnly.makeFolder(folder)
        let contents = try files.contentsOfDirectory(atPath: folder.path)
        guard contents.isEmpty || contents.contains(unfinished) else {
            throw CommandFault.demoFolderFilled(path: folder.path)
        }
        for name in contents where name != unfinished { try files.removeItem(at: folder.appending(path: name)) }
    }
}
