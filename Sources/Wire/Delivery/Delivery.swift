package import Foundation

/// A delivery from an agency: the items of all files, and the picture files beside them.
package struct Delivery: Sendable {
    package struct Item: Sendable, Hashable {
        package let item: WireItem
        /// The file that it came from, named as in faults.
        package let file: String
        package let line: Int
        package let url: URL
    }

    /// The result of looking for a picture's file.
    package enum PictureFile: Sendable, Hashable {
        case found(URL)
        case missing
        /// Several folders have a file with this name, and none of them is the folder of the item.
        case ambiguous(name: String)
    }

    /// In the order of the file names, not by version or class.
    package var items: [Item] = []
    package var faults: [WireFault] = []
    package var assumptions: [Assumption] = []
    /// The number of files that were examined, including pictures and refused files.
    package var filesRead = 0
    /// The picture files by file name, in the order of their folders.
    package var pictureFiles: [String: [URL]] = [:]

    /// The picture file with one of these names, of which the first is preferred. A file at a path from the item's
    /// folder takes precedence, then a file in that folder.
    package func pictureFile(named names: [String], beside item: URL) -> PictureFile {
        let folder = item.deletingLastPathComponent()
        for path in names where path.contains("/") {
            let file = folder.appending(path: path).standardizedFileURL
            if pictureFiles[file.lastPathComponent]?.contains(where: { $0.standardizedFileURL == file }) == true {
                return .found(file)
            }
        }
        let candidates = names.compactMap { name in pictureFiles[name].map { (name: name, files: $0) } }
        for (_, files) in candidates {
            if let file = files.first(where: { $0.deletingLastPathComponent() == folder }) { return .found(file) }
        }
        if let file = candidates.first(where: { $0.files.count == 1 })?.files.first { return .found(file) }
        return candidates.first.map { .ambiguous(name: $0.name) } ?? .missing
    }
}
