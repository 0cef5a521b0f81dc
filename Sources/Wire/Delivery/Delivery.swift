package import Foundation

/// What a wire delivered: all items of all files, and the pictures that lie beside them.
package struct Delivery: Sendable {
    package struct Item: Sendable, Hashable {
        package let item: WireItem
        /// The file that it came from, as faults name it.
        package let file: String
    }

    /// As the files are named, not by version or class.
    package var items: [Item] = []
    package var faults: [WireFault] = []
    /// Files that were looked at, pictures and refused ones among them.
    package var filesRead = 0
    /// Where the pictures lie, by file name; of two with the same name the first.
    package var pictureFiles: [String: URL] = [:]
}
