import ArgumentParser
import Darkroom
import Database
import Foundation
import Web

/// Where an installation is and how it is configured, before anything is opened or created.
struct InstallationPlan {
    let folder: NewspaperFolder
    let settingsFile: URL
    let environmentFile: EnvironmentOptions.Loaded?
    let sources: SettingSources

    /// The places that a running server cannot exchange: the data folder, the settings file and the environment file.
    private var places: [String] {
        [folder.url, settingsFile].map(\.standardizedFileURL.path)
            + [environmentFile?.file.path ?? "no environment file"]
    }

    /// Throws if a running server that started with this plan cannot take over the settings of another one.
    func requirePlaces(of other: InstallationPlan) throws {
        let changes = zip(places, other.places).filter { $0 != $1 }.map { "\($1) instead of \($0)" }
        guard changes.isEmpty else { throw CommandFault.otherPlaces(changes) }
        // A file that is being replaced, or a disk that is not mounted, must not reset everything.
        if let path = sources.filePath, other.sources.filePath == nil {
            throw CommandFault.noConfigurationFile(path: path)
        }
    }
}

extension InstallationOptions {
    /// The most that a file of settings may have, in bytes.
    private static let largest = 1_000_000

    /// Reads the environment file, the environment and the settings file. Only a server has `server`.
    func plan(_ server: ServerOptions? = nil) throws -> InstallationPlan {
        let environmentFile = try environment.load(data: data, isServer: server != nil)
        let variables = environmentFile?.variables ?? ProcessInfo.processInfo.environment
        guard let data = data ?? variables[Setting.dataVariable], !data.isEmpty else {
            throw ValidationError("Name the data folder with --data, or set \(Setting.dataVariable).")
        }
        let folder = NewspaperFolder(url: URL(filePath: data, directoryHint: .isDirectory).absoluteURL)
        try folder.requireUsable()
        let file = config.map { URL(filePath: $0) } ?? folder.settings
        return InstallationPlan(
            folder: folder, settingsFile: file, environmentFile: environmentFile,
            sources: SettingSources(
                environment: variables, environmentFile: environmentFile?.file, ofFile: environmentFile?.names ?? [],
                settingsFile: try Self.settings(in: file, isRequired: config != nil),
                options: try options().merging(server?.settings() ?? [:]) { $1 }))
    }

    private func options() throws -> [Setting: (option: String, value: String)] {
        var options: [Setting: (option: String, value: String)] = [:]
        if let database {
            _ = try PostgreSQLAddress.accept(database, as: "--database")
            options[.database] = ("--database", database)
        }
        if let pictures {
            _ = try PictureStoreAddress.accept(pictures)
            options[.pictures] = ("--pictures", pictures)
        }
        return options
    }

    private static func settings(in file: URL, isRequired: Bool) throws -> SettingsFile? {
        guard try Place.look(at: file.path) != nil else {
            if isRequired { throw CommandFault.noConfigurationFile(path: file.path) }
            return nil
        }
        try Place.requireFile(file.path, R_OK)
        do {
            let handle = try FileHandle(forReadingFrom: file)
            defer { try? handle.close() }
            let bytes = try handle.read(upToCount: largest + 1) ?? Data()
            guard bytes.count <= largest else { throw SettingsFault.tooLarge(path: file.path) }
            return SettingsFile(path: file.path, bytes: Array(bytes))
        } catch { throw PathFault(error, at: file.path) ?? error }
    }
}
