import ArgumentParser
import Darkroom
import Database
import Foundation
import Newsroom
import Operations
import Storage

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the database, the key, the counters, the log, the pictures and the required programs.")

    @OptionGroup var installation: InstallationOptions

    func run() async throws {
        let place = try await installation.open(isAnyKey: true)
        var faults = await Soundness.faults(of: place.database)
        faults += await found { try await keyFault(place).map { [$0] } ?? [] }
        faults += await found { try await missingFiles(place) }
        faults += await place.darkroom.missingTools().map { "the program \($0) is not installed" }
        let notes = [try? await place.storiesLeftBehind(), OwnerOnly.exposure(of: place.folder)].compactMap(\.self)
        await place.database.close()
        for note in notes { print("note: \(note)") }
        guard faults.isEmpty else {
            for fault in faults { print("fault: \(fault)") }
            throw ExitCode(ExitStatus.failure)
        }
        print("sound: database, key, counts, log and pictures")
    }

    /// Says what is wrong with the key; `nil` if it is the one that the database belongs to.
    private func keyFault(_ place: Installation) async throws -> String? {
        do {
            try await place.requireKeys()
            return nil
        } catch { return OperatorSentence.of(error) }
    }

    private func missingFiles(_ place: Installation) async throws -> [String] {
        let names = try await place.database.read { tx in try tx.pictureFileNames() }
        var faults: [String] = []
        do { try await place.pictureStore.look() } catch let fault as PictureStoreFault {
            faults = [fault.description]
            // A folder that only cannot be written to still says which files it has.
            guard case .folder = place.pictures, !fault.isLasting else { return faults }
        }
        return try await faults
            + place.pictureStore.missing(among: names).prefix(20).map { "the picture file \($0) is missing" }
    }
}

/// The faults that `body` finds, or the one that keeps it from looking.
func found(_ body: () async throws -> [String]) async -> [String] {
    do { return try await body() } catch { return [OperatorSentence.of(error)] }
}

/// Looks for faults inside a database.
enum Soundness {
    /// Damage to the file, wrong counters and a broken log, each as a sentence; empty if the database is sound.
    static func faults(of database: Database) async -> [String] {
        var faults = await found { damage(try await database.integrityFaults()) }
        faults += await found { try await database.read { tx in try tx.countFaults() } }
        faults += await found {
            let broken = try await database.read { tx in try tx.firstBrokenLogEntry() }
            return broken.map { ["the hash chain of the desk's log is broken at entry \($0)"] } ?? []
        }
        var seen: Set<String> = []
        return faults.filter { seen.insert($0).inserted }
    }

    /// One sentence for all damage to the file, with the first words of the engine, and one for each broken reference.
    private static func damage(_ found: [String]) -> [String] {
        let references = found.filter { $0.hasPrefix("a row of ") }
        let words = found.filter { !$0.hasPrefix("a row of ") }
        guard let first = words.first else { return references }
        return [OperatorSentence.of(.damaged(first.replacing("*** in database main ***", with: "").inOneLine))]
            + references
    }
}
