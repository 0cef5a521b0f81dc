import ArgumentParser
import Darkroom
import Database
import Foundation
import Newsroom
import Operations
import Web
import Wire

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import stories and pictures from another system.", subcommands: [ImportNewsML.self])
}

struct ImportNewsML: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsml",
        abstract: "Import NewsML-G2 items and packages, with the pictures beside them.",
        discussion: """
            If the data folder has no newspaper, the command creates one. The exit status is 1 if every item \
            was refused.
            """)

    @OptionGroup var installation: InstallationOptions
    @Argument(help: "The files or folders to import.") var paths: [String]

    func run() async throws {
        let urls = paths.map { URL(filePath: $0).absoluteURL }
        for url in urls where !FileManager.default.fileExists(atPath: url.path) {
            throw CommandFault.nothingToImport(path: url.path)
        }
        let place = try await installation.begin()
        if let creation = place.creation { print(creation) }
        let missing = await place.darkroom.missingTools()
        guard missing.isEmpty else { throw CommandFault.missingTools(missing) }
        let reading = ProgressLine("reading")
        let settings = place.settings
        let zones = ProviderZones(site: settings.house.timeZone, providers: settings.wireTimeZones)
        let reader = DeliveryReader(newsML: NewsMLReader(language: settings.house.language, zones: zones))
        let delivery = reader.read(urls) { reading.show($0, of: $1) }
        reading.end()
        let taking = ProgressLine("importing")
        let account = try await place.newspaper.takeIn(delivery, through: place.darkroom) { taking.show($0, of: $1) }
        taking.end()
        for line in account.lines { print(line) }
        // Waits until processes that serve this newspaper have polled for changes, so that they show the
        // import when the command ends.
        try await Task.sleep(for: FollowService.pollInterval * 2)
        await place.database.close()
        try FileOwner.giveAll(in: place.folder.url, toOwnerOf: place.folder.url)
        if account.isNothingTaken { throw ExitCode.failure }
    }
}
