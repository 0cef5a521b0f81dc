import Foundation

/// A temporary folder for the work on one picture.
///
/// The darkroom names every file in it, and the programs run inside it. So no path or name from outside
/// becomes part of a command.
struct WorkFolder: Sendable {
    /// Seconds after which a folder counts as abandoned by a process that was killed.
    private static let abandonedAfter: TimeInterval = 3600

    let url: URL
    /// The folder of the darkroom, which has the work folders of all pictures.
    let workspace: URL

    init(in workspace: URL) throws {
        self.workspace = workspace
        let parent = workspace.appending(path: ".developing", directoryHint: .isDirectory)
        url = parent.appending(path: UUID().uuidString, directoryHint: .isDirectory)
        do { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) } catch {
            throw error.inWorkspace(workspace)
        }
        Self.removeAbandoned(in: parent)
    }

    func file(_ name: String) -> URL { url.appending(path: name, directoryHint: .notDirectory) }

    /// Removes the folder. If that fails, the work on a later picture removes it with the other abandoned
    /// folders.
    func remove() { try? FileManager.default.removeItem(at: url) }

    private static func removeAbandoned(in parent: URL) {
        let folders = try? FileManager.default.contentsOfDirectory(
            at: parent, includingPropertiesForKeys: [.contentModificationDateKey])
        for folder in folders ?? [] {
            let changed = try? folder.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate
            if let changed, changed.timeIntervalSinceNow < -abandonedAfter {
                try? FileManager.default.removeItem(at: folder)
            }
        }
    }
}
