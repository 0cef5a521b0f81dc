import Foundation
import Newsroom

/// A folder for several backups, each in a folder named after its time in UTC.
struct BackupShelf {
    let folder: URL

    func newName(at now: Date) -> URL {
        let time = now.ISO8601Format(.iso8601.timeSeparator(.omitted).dateTimeSeparator(.standard))
        return folder.appending(path: "broadsheet-\(time)", directoryHint: .isDirectory)
    }

    /// The name of a new backup. If there is one of this second, waits for the next.
    func freeName() async throws -> URL {
        while true {
            let name = newName(at: Clock.system.now)
            if try Place.look(at: name.path) == nil { return name }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    /// The backups in the folder, the oldest first. Anything that is not certainly a backup is left out.
    func names() throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
        return names.sorted().filter { name in
            name.wholeMatch(of: /broadsheet-\d{4}-\d{2}-\d{2}T\d{6}Z/) != nil
                && (try? BackupManifest.read(in: folder.appending(path: name))) != nil
        }
    }

    /// Deletes all but the newest backups. Returns the names of those that were deleted.
    func prune(to count: Int) throws -> [String] {
        let old = try names().dropLast(count)
        for name in old {
            // Without its list, a folder that is half deleted no longer looks like a backup.
            let place = folder.appending(path: name)
            do {
                try FileManager.default.removeItem(at: place.appending(path: BackupManifest.name))
                try FileManager.default.removeItem(at: place)
            } catch { throw PathFault(error, at: place.path) ?? error }
        }
        return Array(old)
    }
}
