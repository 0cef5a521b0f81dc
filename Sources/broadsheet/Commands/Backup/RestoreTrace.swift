import Foundation

/// The trace of a restore in its data folder. The files come from the unfinished folder inside it, the database last.
/// So a data folder with an unfinished folder and without a database has only a part of a newspaper.
struct RestoreTrace {
    /// In the order in which they get their places.
    static let names = [
        NewspaperFolder.picturesName, NewspaperFolder.settingsName, NewspaperFolder.keyName,
        NewspaperFolder.databaseName,
    ]

    private let folder: URL
    private let drafts: [URL]

    init(in folder: URL) {
        self.folder = folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        drafts = names.filter(BackupDraft.isOne).map { folder.appending(path: $0, directoryHint: .isDirectory) }
    }

    var isInterrupted: Bool { !drafts.isEmpty && !isThere(NewspaperFolder.databaseName, in: folder) }

    /// The files that an interrupted restore has put into the data folder already, each with the place that it came
    /// from.
    private var placed: [(file: URL, origin: URL)] {
        guard isInterrupted, let draft = drafts.first(where: { isThere(NewspaperFolder.databaseName, in: $0) }) else {
            return []
        }
        return Self.names.filter { isThere($0, in: folder) && !isThere($0, in: draft) }.map {
            (folder.appending(path: $0), draft.appending(path: $0))
        }
    }

    /// Whether the data folder has nothing but what a restore has left.
    var isAllThereIs: Bool {
        let left = Set(placed.map(\.file.lastPathComponent))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.allSatisfy { $0 == "lost+found" || BackupDraft.isOne($0) || left.contains($0) }
    }

    /// Moves the files of an interrupted restore back into its unfinished folder, which the next one removes.
    func undo() throws {
        for (file, origin) in placed {
            guard rename(file.path, origin.path) == 0 else { throw PathFault(errno, at: file.path) }
        }
    }

    private func isThere(_ name: String, in place: URL) -> Bool {
        var found = stat()
        return lstat(place.appending(path: name).path, &found) == 0
    }
}
