import ArgumentParser
import Darkroom
import Database
import Foundation
import Newsroom
import Storage

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Fill an empty folder with the demo edition: a house, three stories, drawings and two discussions.")

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
                // The folder is to be filled with what belongs to the newspaper of the database, and not with words of
                // the demo edition.
                try Self.clear(folder)
                try FileManager.default.removeItem(at: marker)
                throw Refusal(.database(.ofAnotherKey))
            }
            // On another machine than the one that filled it; the words of the house are in this folder now too.
            try FileManager.default.removeItem(at: marker)
            return print("The database has stories already; nothing was added to it.")
        }
        let progress = ProgressLine("setting the demo edition")
        try await DemoPlacing(place: place).place(edition) { progress.show($0, of: $1) }
        progress.end()
        await place.database.close()
        try FileManager.default.removeItem(at: marker)
        print("The demo edition is in \(folder.path).")
    }

    /// Stands in the folder while it is being filled: one that was interrupted is begun anew.
    private static let unfinished = "demo-unfinished"

    /// Makes sure that there is an empty folder. Throws where it holds anything but an interrupted demo edition.
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
