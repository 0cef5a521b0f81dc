package import Foundation
package import Newsroom

/// Makes the renditions of a picture and reads the metadata in its file.
///
/// Accepts JPEG, PNG, GIF, WebP and TIFF up to 40 MB, 50 megapixels and 20,000 pixels a side. If a file has
/// several frames or pages, the first one is used. libvips and exiftool run as child processes, two at a time
/// for each darkroom. Each process is limited to 200 MB of memory, 10 seconds of processor time and 180 seconds
/// of elapsed time, and gives way to the server. If vips on this machine writes AVIF, renditions exist in it too.
package struct Darkroom: Sendable {
    package let pictureStore: any PictureStore
    private let workspace: URL
    private let tools = ExternalTools()
    private static let ability = FormatAbility()

    /// Puts finished renditions into `pictureStore`. Works in the folder `workspace`, and creates it when
    /// the first picture arrives.
    package init(pictureStore: any PictureStore, workspace: URL) {
        self.pictureStore = pictureStore
        self.workspace = workspace
    }

    /// Stores renditions as `folder/<name>` and works in the same folder, so that one step moves them into
    /// place.
    package init(folder: URL) { self.init(pictureStore: FolderPictureStore(folder: folder), workspace: folder) }

    /// Makes a picture's renditions. Fills the gaps in the agency's item from the metadata in the file, and
    /// writes caption and credit of the result into the renditions.
    ///
    /// The same file and item always give the same names. The same file with another credit or caption gives
    /// other names, because a rendition's name is the digest of its bytes. Refuses a file of an unsupported kind,
    /// or one that cannot be opened, with `invalid`, and a file over the limits with `tooLarge`. Other errors
    /// mean that a program is missing or that the disk or the picture store failed. If storing fails, some
    /// renditions may remain that belong to no picture. A picture that has a file already keeps its framing as far as
    /// the shape of the new file allows (`Framing.kept`); `frame` is the size of the earlier file.
    package func develop(
        _ file: URL, for item: IncomingPicture, keeping framing: Framing = Framing(), of frame: PixelSize? = nil
    ) async throws -> DevelopedPicture {
        let workFolder = try WorkFolder(in: workspace)
        defer { workFolder.remove() }
        return try await develop(file, for: item, framing: framing, of: frame, in: workFolder)
    }

    /// Makes a picture's renditions again, with other texts or another framing, from the original in the picture store.
    /// Throws `noOriginal` if the store does not have it. The texts of `item` are complete: nothing in the file adds to
    /// them.
    package func develop(
        original: String, for item: IncomingPicture, framing: Framing
    ) async throws -> DevelopedPicture {
        let workFolder = try WorkFolder(in: workspace)
        defer { workFolder.remove() }
        let file = workFolder.file("stored")
        guard try await pictureStore.copyOriginal(original, to: file) else { throw Refusal(.picture(.noOriginal)) }
        return try await develop(file, for: item, completing: false, framing: framing, in: workFolder)
    }

    /// The same, but nothing in the file adds to the texts of `item`.
    package func develop(
        _ file: URL, as item: IncomingPicture, keeping framing: Framing, of frame: PixelSize?
    ) async throws -> DevelopedPicture {
        let workFolder = try WorkFolder(in: workspace)
        defer { workFolder.remove() }
        return try await develop(file, for: item, completing: false, framing: framing, of: frame, in: workFolder)
    }

    private func develop(
        _ file: URL, for item: IncomingPicture, completing: Bool = true, framing: Framing = Framing(),
        of frame: PixelSize? = nil, in workFolder: WorkFolder
    ) async throws -> DevelopedPicture {
        do {
            let original = try OriginalFile(of: file, in: workFolder)
            let formats = try await Self.ability.formats(tools: tools, in: workFolder)
            let rendering = Rendering(
                tools: tools, workFolder: workFolder, formats: formats, framing: framing, earlierFrame: frame)
            var developed = try await render(original, for: item, completing: completing, with: rendering)
            try await pictureStore.keepOriginal(workFolder.file(OriginalFile.name), as: original.storedName)
            developed.original = original.storedName
            return developed
        } catch { throw error.inWorkspace(workspace) }
    }

    /// An empty file in the workspace, for a picture that is being received.
    package func receive() throws -> ReceivedFile { try ReceivedFile(in: WorkFolder(in: workspace)) }

    /// Makes renditions of a picture that was received from another site, at most as wide as the last of `widths`, as
    /// WebP and JPEG. The credit in the file stays in them. Refuses like the other function.
    package func develop(_ received: [UInt8], widths: [Int]) async throws -> [Rendition] {
        let workFolder = try WorkFolder(in: workspace)
        defer { workFolder.remove() }
        let file = workFolder.file("received")
        try Data(received).write(to: file)
        let item = IncomingPicture(guid: "", wireVersion: 0, caption: "", provenance: Provenance(), fileNames: [])
        let original = try OriginalFile(of: file, in: workFolder)
        let rendering = Rendering(tools: tools, workFolder: workFolder, formats: [.webp, .jpeg], widths: widths)
        return try await render(original, for: item, with: rendering).renditions
    }

    private func render(
        _ original: OriginalFile, for item: IncomingPicture, completing: Bool = true, with rendering: Rendering
    ) async throws -> DevelopedPicture {
        let workFolder = rendering.workFolder
        let header = try await Inspection(tools: tools, workFolder: workFolder).inspect(original)
        let (embedded, hasCredentials) = try await EmbeddedReading(tools: tools, workFolder: workFolder).read(
            original, preferring: item.language)
        let picture = completing ? item.completed(by: embedded) : item
        let (files, framing) = try await rendering.render(header, crediting: picture)
        let finished = try files.map { try $0.finished() }
        try await pictureStore.keep(finished)
        return DevelopedPicture(
            picture, digest: original.digest, renditions: finished.map(\.rendition), hasCredentials: hasCredentials,
            framing: framing == Framing() ? nil : framing)
    }

    /// The programs that the darkroom needs but this machine lacks. On Debian: libvips-tools,
    /// libimage-exiftool-perl.
    package func missingTools() async -> [String] { await tools.missing() }

    /// The format of the rendition with a name; `nil` if the name does not have exactly the form of a rendition's
    /// name. Check this before you touch any file.
    package static func format(ofRendition name: some StringProtocol) -> Rendition.Format? {
        RenditionName.format(of: name)
    }
}
