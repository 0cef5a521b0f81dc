import ArgumentParser
import Configuration
import Darkroom
import Database
import Foundation
import Newsroom
import Storage
import SystemPackage
import Web

/// Where an installation is and how it is set.
struct InstallationOptions: ParsableArguments {
    @Option(help: "The folder with everything that the newspaper keeps.") var data: String
    @Option(help: "A configuration file (JSON); by default broadsheet.json in the data folder.") var config: String?

    /// Opens the data folder, making it where there is none, reads the settings and brings the database up to date.
    func open() async throws -> Installation {
        let folder = URL(filePath: data, directoryHint: .isDirectory).absoluteURL
        let file = config.map { URL(filePath: $0) } ?? folder.appending(path: "broadsheet.json")
        if config != nil, !FileManager.default.fileExists(atPath: file.path) {
            throw Refusal.notFound("There is no configuration file at \(file.path).")
        }
        return try await Installation(folder: folder, configurationFile: file)
    }
}

/// A data folder, opened: `broadsheet.sqlite`, `pictures/`, `secret.key`, `broadsheet.json`.
struct Installation {
    let folder: URL
    let database: Database
    let settings: Settings

    var pictures: URL { folder.appending(path: "pictures", directoryHint: .isDirectory) }
    var keyFile: URL { folder.appending(path: "secret.key") }
    var darkroom: Darkroom { Darkroom(folder: pictures) }

    init(folder: URL, configurationFile: URL) async throws {
        self.folder = folder
        settings = try await Self.settings(from: configurationFile)
        do {
            try FileManager.default.createDirectory(
                at: folder.appending(path: "pictures"), withIntermediateDirectories: true)
            database = Database(engine: try SQLiteEngine(file: folder.appending(path: "broadsheet.sqlite")))
        } catch {
            throw Refusal(
                .unavailable, "The data folder \(folder.path) cannot be opened: \(error.localizedDescription)")
        }
        try await Migrations.run(on: database)
    }

    /// The environment goes before the file, the file before what is standard.
    private static func settings(from file: URL) async throws -> Settings {
        let environment = EnvironmentVariablesProvider().prefixKeys(with: "broadsheet")
        do {
            let written = try await FileProvider<JSONSnapshot>(
                filePath: FilePath(file.path), allowMissing: true)
            return try Settings(from: ConfigReader(providers: [environment, written]))
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal.invalid("The configuration file \(file.path) cannot be read: \(error)")
        }
    }
}
