import ArgumentParser
import Darkroom
import Database
import Foundation
import Newsroom
import Operations
import Wire

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take in what another system has made.", subcommands: [ImportNewsML.self])
}

struct ImportNewsML: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsml",
        abstract: "Take in NewsML-G2 items and packages, and the pictures that lie beside them.",
        discussion: "Where there is no newspaper at the data folder, one is begun.")

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "Folders or files.") var paths: [String]

    func run() async throws {
        let urls = paths.map { URL(filePath: $0).absoluteURL }
        for url in urls where !FileManager.default.fileExists(atPath: url.path) {
            throw CommandFault.nothingToImport(path: url.path)
        }
        let place = try await installation.begin()
        try await place.pictureStore.look()
        if place.isNew { print("There was no newspaper at \(place.folder.path); one is begun there.") }
        let missing = await place.darkroom.missingTools()
        guard missing.isEmpty else { throw CommandFault.missingTools(missing) }
        let reading = ProgressLine("reading")
        let delivery = DeliveryReader().read(urls) { reading.show($0, of: $1) }
        reading.end()
        let taking = ProgressLine("taking in")
        let account = try await place.newspaper.takeIn(delivery, through: place.darkroom) { taking.show($0, of: $1) }
        taking.end()
        for line in account.lines { print(line) }
        // A newspaper that is served from this folder shows by now what came in.
        try await Task.sleep(for: FollowService.pollInterval * 2)
        await place.database.close()
    }
}
