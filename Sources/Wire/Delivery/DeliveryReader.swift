package import Foundation

/// Reads a delivery from folders: it parses the documents and locates the pictures.
package struct DeliveryReader: Sendable {
    private let newsML: NewsMLReader

    package init(newsML: NewsMLReader = NewsMLReader()) { self.newsML = newsML }

    /// Reads files and whole folder trees, in the order of the file names. An unreadable file, or one that is
    /// neither NewsML-G2 nor a picture, becomes a fault, and reading goes on. Links are followed only to
    /// files inside the given folder.
    ///
    /// - Parameter progress: called after each file.
    package func read(_ paths: [URL], progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) -> Delivery {
        var delivery = Delivery()
        var folder = FolderWalk()
        for path in paths { folder.add(path) }
        delivery.faults = folder.faults
        for file in folder.files {
            read(file, into: &delivery)
            delivery.filesRead += 1
            progress(delivery.filesRead, folder.files.count)
        }
        return delivery
    }

    private func read(_ file: FolderWalk.File, into delivery: inout Delivery) {
        func refuse(_ reason: String) {
            delivery.faults.append(WireFault(file: file.name, line: 1, reason: .unreadable(reason)))
        }
        do {
            let handle = try FileHandle(forReadingFrom: file.url)
            defer { try? handle.close() }
            let head = try handle.read(upToCount: FileKind.headLength) ?? Data()
            switch FileKind(head: head) {
            case .picture:
                delivery.pictureFiles[file.url.lastPathComponent, default: []].append(file.url)
            case .document:
                // One byte more than the limit is enough to recognize a file that is too large.
                let rest = try handle.read(upToCount: XMLSource.largest + 1 - head.count) ?? Data()
                let document = newsML.read(head + rest, named: file.name)
                delivery.items += document.items.map {
                    Delivery.Item(item: $0.item, file: file.name, line: $0.line, url: file.url)
                }
                delivery.faults += document.faults
                delivery.assumptions += document.assumptions
            case .webPage: refuse("This is a web page, not NewsML-G2.")
            case .other where ["md", "markdown"].contains(file.url.pathExtension.lowercased()):
                refuse("This is a Markdown file, not NewsML-G2.")
            case .other: refuse("The file is neither NewsML-G2 nor a picture.")
            }
        } catch {
            refuse("The file cannot be read. Check its permissions.")
        }
    }
}
