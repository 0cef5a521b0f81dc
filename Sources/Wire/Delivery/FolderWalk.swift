import Foundation

/// The files in folders, in the order of their names. Hidden files are skipped.
struct FolderWalk {
    struct File {
        let url: URL
        /// The path below the folder that was imported, or the file name alone.
        let name: String
    }

    private(set) var files: [File] = []
    private(set) var faults: [WireFault] = []

    mutating func add(_ path: URL) {
        let path = path.standardizedFileURL.resolvingSymlinksInPath()
        switch kind(of: path) {
        case .typeRegular: files.append(File(url: path, name: path.lastPathComponent))
        case .typeDirectory: addFolder(path, named: "", root: path)
        case nil: refuse(path.lastPathComponent, "The file or folder does not exist.")
        default: refuse(path.lastPathComponent, "This is neither a file nor a folder.")
        }
    }

    private mutating func addFolder(_ folder: URL, named prefix: String, root: URL) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
            return refuse(
                prefix.isEmpty ? folder.lastPathComponent : prefix, "The folder cannot be read. Check its permissions.")
        }
        for name in names.sorted() where !name.hasPrefix(".") {
            let url = folder.appending(path: name)
            switch kind(of: url) {
            case .typeRegular: files.append(File(url: url, name: prefix + name))
            case .typeDirectory: addFolder(url, named: prefix + name + "/", root: root)
            case .typeSymbolicLink: addLink(url, named: prefix + name, root: root)
            default: refuse(prefix + name, "This is neither a file nor a folder.")
            }
        }
    }

    private mutating func addLink(_ link: URL, named name: String, root: URL) {
        let target = link.resolvingSymlinksInPath()
        guard target.path.hasPrefix(root.path + "/"), kind(of: target) == .typeRegular else {
            return refuse(name, "The link does not lead to a file in the imported folder.")
        }
        files.append(File(url: link, name: name))
    }

    private mutating func refuse(_ name: String, _ reason: String) {
        faults.append(WireFault(file: name, reason: .unreadable(reason)))
    }

    /// The type of the file itself; links are not followed.
    private func kind(of url: URL) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: url.path))?[.type] as? FileAttributeType
    }
}
