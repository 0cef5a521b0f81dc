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
        let folder = try installation.plan().folder
        try Self.clear(folder)
        let marker = folder.url.appending(path: Self.unfinished)
        try Data().write(to: marker)
        let edition = DemoEdition.edition(at: Clock.system.now)
        try DemoPlacing.write(edition.house, to: folder)
        let place = try await opened(folder)
        guard try await place.database.read({ tx in try tx.latestStories(limit: 1).elements.isEmpty }) else {
            // Another machine has already filled this database. This folder now has the demo edition's
            // settings too.
            try FileManager.default.removeItem(at: marker)
            return print("The database already has stories, so nothing was added.")
        }
        let progress = ProgressLine("creating the demo edition")
        try await DemoPlacing(place: place).place(edition) { progress.show($0, of: $1) }
        progress.end()
        await place.database.close()
        try FileOwner.giveAll(in: folder.url, toOwnerOf: folder.url)
        try FileManager.default.removeItem(at: marker)
        print("The demo edition is in \(folder.path)\(place.address.map { " and in \($0.shown)" } ?? "").")
    }

    /// Opens or creates the newspaper. If the database belongs to another folder, empties this one: it must get the key
    /// and the settings of that folder, not those of the demo edition.
    private func opened(_ folder: NewspaperFolder) async throws -> Installation {
        do { return try await installation.begin() } catch  where Self.isOfAnotherKey(error) {
            try Self.clear(folder)
            try FileManager.default.removeItem(at: folder.url.appending(path: Self.unfinished))
            throw error
        }
    }

    private static func isOfAnotherKey(_ error: any Error) -> Bool {
        if case FolderFault.noKey = error { return true }
        return (error as? Refusal)?.code == .database(.ofAnotherKey)
    }

    /// A marker file that exists while the folder is being filled. An interrupted run leaves it behind, and
    /// the next run starts over.
    static let unfinished = "demo-unfinished"

    /// Creates the folder, or empties it if it holds an interrupted demo edition. Throws if it holds anything
    /// else.
    private static func clear(_ folder: NewspaperFolder) throws {
        let files = FileManager.default
        try folder.requireUsable()
        do { try OwnerOnly.makeFolder(folder.url) } catch { throw PathFault(error, at: folder.path) ?? error }
        let contents = try files.contentsOfDirectory(atPath: folder.path).filter { $0 != "lost+found" }
        guard contents.isEmpty || contents.contains(unfinished) else {
            throw CommandFault.demoFolderFilled(path: folder.path)
        }
        for name in contents where name != unfinished { try files.removeItem(at: folder.url.appending(path: name)) }
    }
}
