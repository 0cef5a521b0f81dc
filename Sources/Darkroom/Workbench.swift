import Foundation

/// A folder for the work on one picture.
///
/// Every file on it has a name of ours, and the programs run inside it: no address or name from outside ever becomes
/// part of a command.
struct Workbench: Sendable {
    /// What a killed server left behind is cleared away after this many seconds.
    private static let abandonedAfter: TimeInterval = 3600

    let folder: URL

    init(in place: URL) throws {
        let room = place.appending(path: ".developing", directoryHint: .isDirectory)
        folder = room.appending(path: UUID().uuidString, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        Self.clearAbandoned(in: room)
    }

    func file(_ name: String) -> URL { folder.appending(path: name, directoryHint: .notDirectory) }

    /// What cannot be removed now is removed with the abandoned ones.
    func clear() { try? FileManager.default.removeItem(at: folder) }

    private static func clearAbandoned(in room: URL) {
        let benches = try? FileManager.default.contentsOfDirectory(
            at: room, includingPropertiesForKeys: [.contentModificationDateKey])
        for bench in benches ?? [] {
            let left = try? bench.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            if let left, left.timeIntervalSinceNow < -abandonedAfter { try? FileManager.default.removeItem(at: bench) }
        }
    }
}
