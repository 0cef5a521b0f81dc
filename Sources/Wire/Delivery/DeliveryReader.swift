package import Foundation

/// Reads what a wire has put into folders: the documents among the files, and where the pictures are.
package struct DeliveryReader: Sendable {
    private let newsML: NewsMLReader

    package init(newsML: NewsMLReader = NewsMLReader()) { self.newsML = newsML }

    /// Reads files, and folders with all below them, in the order of their names. What cannot be read, or is neither NewsML-G2
    /// nor a picture, is a fault and stops nothing. Links are followed only to files in the same folder or below it.
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
                // One byte more than is allowed tells a file that is too large, however large it is.
                let rest = try handle.read(upToCount: XMLSource.largest + 1 - head.count) ?? Data()
                let document = newsML.read(head + rest, named: file.name)
                delivery.items += document.items.map { Delivery.Item(item: $0, file: file.name) }
                delivery.faults += document.faults
            case .other:
                delivery.faults.append(
                    WireFault(file: file.name, reason: .unreadable("It is neither NewsML-G2 nor a picture.")))
            }
        } catch {
            delivery.faults.append(WireFault(file: file.name, reason: .unreadable("It cannot be read.")))
        }
    }
}
