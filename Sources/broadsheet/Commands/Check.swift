import Darkroom
import Database
import ArgumentParser
import Foundation
import Newsroom
import Storage

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the database, the counters, the log, the pictures and the required programs.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let place = try await installation.open()
        var faults = try await place.database.integrityFaults()
        let (counts, brokenEntry) = try await place.database.read { tx in
            (try tx.countFaults(), try tx.firstBrokenLogEntry())
        }
        faults += counts
        if let brokenEntry { faults.append("the hash chain of the log is broken at entry \(brokenEntry)") }
        faults += try await missingFiles(place)
        faults += await place.darkroom.missingTools().map { "the program \($0) is not installed" }
        let notes = [try await place.storiesLeftBehind(), OwnerOnly.exposure(of: place.folder)].compactMap(\.self)
        await place.database.close()
        for note in notes { print("note: \(note)") }
        guard faults.isEmpty else {
            for fault in faults { print("fault: \(fault)") }
            throw ExitCode(1)
        }
        print("sound: database, counts, log and pictures")
    }

    private func missingFiles(_ place: Installation) async throws -> [String] {
        let names = try await place.database.read { tx in try tx.renditionNames() }
        do {
            try await place.pictureStore.look()
            return try await place.pictureStore.missing(among: names).prefix(20).map {
                "the picture file \($0) is missing"
            }
        } catch let fault as PictureStoreFault {
            return [fault.description]
        }
    }
}
