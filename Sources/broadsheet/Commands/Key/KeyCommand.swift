import ArgumentParser
import Database
import Foundation
import Operations
import Storage

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Manage the key of the newspaper, secret.key.", subcommands: [KeyAccept.self])
}

struct KeyAccept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Accept the secret.key in the data folder, or a new one, in place of a lost key.",
        discussion: """
            If you can, restore the key from a backup instead. With another key, readers can no longer edit or delete \
            their comments, the links of receipts stop working, and all limits begin anew. Stories, comments and the \
            staff with their passwords stay as they are. If the data folder has no key, the command creates one.
            """)

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let place = try await installation.open(isAnyKey: true)
        try await place.database.requireAlone(in: place.folder.url, shown: place.shownDatabase)
        let keys = try Keys(file: place.folder.key)
        let before = try await place.database.read { tx in try tx.fingerprint }
        if before != keys.fingerprint {
            try await place.database.write { tx in try tx.replaceClaim(fingerprint: keys.fingerprint) }
        }
        await place.database.close()
        try FileOwner.giveAll(in: place.folder.url, toOwnerOf: place.folder.url)
        print(
            before == keys.fingerprint
                ? "The newspaper already belongs to \(place.folder.key.path), so nothing was changed."
                : "The newspaper now belongs to \(place.folder.key.path). Back it up.")
    }
}
