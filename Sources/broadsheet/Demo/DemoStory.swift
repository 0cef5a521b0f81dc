import Newsroom

/// A story of the demo edition with everything that stands around it.
struct DemoStory: Sendable {
    /// Oldest first, one at least; `wireVersion` counts from 1 without gaps.
    let versions: [IncomingStory]
    /// In the order in which they are shown.
    let gallery: [DemoPicture]
    /// Oldest first; see `DemoComment.answers`.
    let comments: [DemoComment]
}

/// A picture of the demo edition: what is drawn, and what is said about it.
struct DemoPicture: Sendable {
    let drawing: DemoDrawing
    /// What the picture shows, for those who do not see it.
    let alternativeText: String
    let words: IncomingPicture

    /// `name` becomes part of the picture's `guid` and the name of its file, without an ending.
    init(_ drawing: DemoDrawing, name: String, caption: String, alternativeText: String) {
        self.drawing = drawing
        self.alternativeText = alternativeText
        words = IncomingPicture(
            guid: "tag:broadsheet.example,2025:demo/pictures/\(name)", wireVersion: 1, caption: caption,
            provenance: .drawing, fileNames: ["\(name).svg"])
    }
}

extension Provenance {
    fileprivate static let drawing = Provenance(
        creator: "Broadsheet", creditLine: "Broadsheet/Drawing", chain: ["Broadsheet", "Drawing"],
        copyrightHolder: "Broadsheet", copyrightNotice: "Copyright Broadsheet",
        usageTerms: "May be used and changed under the Apache License, version 2.0")
}
