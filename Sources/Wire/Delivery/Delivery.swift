package import Foundation

/// A delivery from an agency: the items of all files, and the picture files beside them.
package struct Delivery: Sendable {
    package struct Item: Sendable, Hashable {
        package let item: WireItem
        /// The file that it came from, named as in faults.
        package let file: String
    }

    /// In the order of the file names, not by version or class.
    package var items: [Item] = []
    package var faults: [WireFault] = []
    /// The number of files that were examined, including pictures and refused files.
    package var filesRead = 0
    /// The picture files by file name. If two have the same name, the first counts.
    package var pictureFiles: [String: URL] = [:]
}
