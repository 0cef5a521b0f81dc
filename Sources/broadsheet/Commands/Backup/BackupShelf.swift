import Foundation
import Newsroom

/// A folder for several backups, each in a folder named after its time in UTC.
struct BackupShelf {
    let folder: URL

    func name(at now: Date) -> String {
        "broadsheet-\(now.ISO8601Format(.iso8601.timeSeparator(.omitted).dateTimeSeparator(.standard)))"
    }

    /// The backups in the folder, the oldest first. Anything that is not certainly a backup is left out, and so is a
    /// symbolic link.
    func names() throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
        return names.sorted().filter { name in
            let place = folder.appending(path: name)
            return name.wholeMatch(of: /broadsheet-\d{4}-\d{2}-\d{2}T\d{6}Z/) != nil
                && (try? FileManager.default.attributesOfItem(atPath: place.path))?[.type] as? FileAttributeType
                    == .typeDirectory
                && (try? BackupManifest.read(in: place)) != nil
        }
    }

    /// Deletes all but the newest backups. The one that was just made is always kept, whatever dates others have.
    /// Returns a sentence for each that was deleted, and for each that needs somebody's attention.
    func prune(to count: Int, keeping new: String) throws -> [String] {
        let others = try names().filter { $0 != new }
        let future = others.filter { $0 > new }.map {
            "note: The backup \($0) has a date in the future. Check the clock, and delete the backup if it is an old one."
        }
        return try future
            + others.dropLast(count - 1).map { name in
                if let stranger = try stranger(in: name) {
                    return "note: The backup \(name) was not deleted: \(stranger) is in it, but not in its "
                        + "\(BackupManifest.name)."
                }
                try delete(name)
                return "Deleted the backup \(name)."
            }
    }

    /// A file in a backup that its list does not have; somebody may have put it there to keep it.
    private func stranger(in name: String) throws -> String? {
        let place = folder.appending(path: name)
        let listed = Set(try BackupManifest.read(in: place)?.files.map(\.name) ?? [])
            .union([BackupManifest.name, NewspaperFolder.picturesName])
        return try FileManager.default.subpathsOfDirectory(atPath: place.path).first { !listed.contains($0) }
    }

    private func delete(_ name: String) throws {
        // Without its list, a folder that is half deleted no longer looks like a backup.
        let place = folder.appending(path: name)
        do {
            try FileManager.default.removeItem(at: place.appending(path: BackupManifest.name))
            try FileManager.default.removeItem(at: place)
        } catch { throw PathFault(error, at: place.path) ?? error }
    }
}
