package import Foundation

/// Reads a delivery from folders: it parses the documents and locates the pictures.
package struct DeliveryReader: Sendable {
    private let newsML: NewsMLReader

    package init(newsML: NewsMLReader = NewsMLReader()) { self.newsML = newsML }

    /// Reads files and whole folder trees, in the order of the file names. An unreadable file, or one that is
    /// neither NewsML-G2 nor a picture, is a fault and stops nothing. Links are followed only to files inside
    /// the given folder.
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
        do {
            let handle = try FileHandle(forReadingFrom: file.url)
            defer { try? handle.close() }
            let head = try handle.read(upToCount: FileKind.headLength) ?? Data()
            switch FileKind(head: head) {
            case .picture:
                let name = file.url.lastPathComponent
                if delivery.pictureFiles[name] == nil { delivery.pictureFiles[name] = file.url }
            case .document:
                // One byte more than the limit is enough to recognize a file that is too large.
                let rest = try handle.read(upToCount: XMLSource.largest + 1 - head.count) ?? Data()
                let document = newsML.read(head + rest, named: file.name)
                delivery.items += document.items.map { Delivery.Item(item: $0, file: file.name) }
                delivery.faults += document.faults
            case .other:
                delivery.faults.append(
                    WireFault(file: file.name, reason: .unreadable("The file is neither NewsML-G2 nor a picture.")))
            }
        } catch {
            delivery.faults.append(
                WireFault(file: file.name, reason: .unreadable("The file cannot be read. Check its permissions.")))
        }
    }
}
