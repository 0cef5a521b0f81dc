package import Foundation
package import Newsroom

/// From a picture's file to the files in which it is shown, and to what the file says of itself.
///
/// Takes JPEG, PNG, GIF, WebP and TIFF (of several frames or pages the first) up to 40 MB, 50 megapixels and 20,000
/// pixels a side. libvips and exiftool do the work as child processes, two at a time for each darkroom, each within
/// 200 MB of memory and 20 seconds.
package struct Darkroom: Sendable {
    private let shelf: any Shelf
    private let room: URL
    private let tools = Toolbox()

    /// Finished renditions go to the shelf. `room` is a folder in which pictures are worked on; it is made when the first picture comes.
    package init(shelf: any Shelf, room: URL) {
        self.shelf = shelf
        self.room = room
    }

    /// Renditions are kept as `folder/<name>`, and worked on beside, so that they can be moved into place in one step.
    package init(folder: URL) { self.init(shelf: FolderShelf(folder: folder), room: folder) }

    /// Makes a picture's renditions and reads its embedded metadata.
    ///
    /// The same file gives the same names. Refuses with `invalid` what is no picture of these kinds or is damaged beyond
    /// opening, and with `tooLarge` what is over the limits; other errors mean that a program is missing or the disk
    /// failed. On any failure nothing is left in a folder; in a bucket there may be prints that belong to no picture.
    package func develop(_ original: URL) async throws -> DevelopedPicture {
        let bench = try Workbench(in: room)
        defer { bench.clear() }
        let negative = try Negative(of: original, on: bench)
        let header = try await Inspection(tools: tools, bench: bench).pass(negative)
        let embedded = try await EmbeddedReading(tools: tools, bench: bench).read(negative)
        let prints = try await Printing(tools: tools, bench: bench).print(header, crediting: embedded)
        let finished = try prints.map { try $0.finished() }
        try await shelf.keep(finished)
        return DevelopedPicture(
            digest: negative.digest, renditions: finished.map(\.rendition), embedded: embedded)
    }

    /// The programs that the darkroom needs and this machine lacks. On Debian: libvips-tools, libimage-exiftool-perl.
    package func missingTools() async -> [String] { await tools.missing() }

    /// Whether a name has exactly the shape of a rendition's name; to be asked before any file is touched.
    package static func isRenditionName(_ name: some StringProtocol) -> Bool { RenditionName.matches(name) }
}
