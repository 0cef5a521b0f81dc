import Newsroom

extension DevelopedPicture {
    /// A picture as the darkroom makes it from an upload.
    static func upload(
        digest: String = "a", caption: String = "A bridge.", credit: String? = nil, alternativeText: String? = nil,
        file: String = "b"
    ) -> DevelopedPicture {
        var provenance = Provenance(creditLine: credit ?? "")
        provenance.creator = credit == nil ? "The Picture Desk" : nil
        let picture = IncomingPicture(
            guid: "", wireVersion: 0, caption: caption, alternativeText: alternativeText, provenance: provenance,
            fileNames: [])
        return DevelopedPicture(
            picture, digest: digest,
            renditions: [
                Rendition(format: .jpeg, width: 320, height: 200, name: file),
                Rendition(format: .webp, width: 320, height: 200, name: "\(file).webp"),
            ], original: "original-\(digest)")
    }
}
