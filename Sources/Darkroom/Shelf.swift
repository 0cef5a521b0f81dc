import Foundation
import Newsroom

/// The folder in which finished renditions are kept. One at a time puts things on it, so that a failure takes back only
/// what it had put there itself.
actor Shelf {
    private let folder: URL

    init(folder: URL) { self.folder = folder }

    /// Moves the prints of one picture into place: all of them, or none. What is already there is left as it is.
    func keep(_ prints: [Print]) throws -> [Rendition] {
        let named = try prints.map { (print: $0, rendition: try name($0)) }
        var placed: [URL] = []
        do {
            for (print, rendition) in named {
                let place = folder.appending(path: rendition.name, directoryHint: .notDirectory)
                if FileManager.default.fileExists(atPath: place.path(percentEncoded: false)) { continue }
                try flush(print.file)
                try FileManager.default.moveItem(at: print.file, to: place)
                placed.append(place)
            }
            try flush(folder)
        } catch {
            for place in placed { try? FileManager.default.removeItem(at: place) }
            throw error
        }
        return named.map(\.rendition)
    }

    private func name(_ print: Print) throws -> Rendition {
        let name = RenditionName.name(of: try Data(contentsOf: print.file), width: print.width, format: print.format)
        return Rendition(format: print.format, width: print.width, height: print.height, name: name)
    }

    /// On disk before it is told of: what was acknowledged survives a loss of power.
    private func flush(_ file: URL) throws {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        try handle.synchronize()
    }
}
