import Newsroom

/// A story of the demo edition, with its pictures and comments.
struct DemoStory: Sendable {
    /// At least one version, oldest first. `wireVersion` counts from 1 without gaps.
    let versions: [IncomingStory]
    /// In display order.
    let gallery: [DemoPicture]
    /// Oldest first; see `DemoComment.answers`.
    let comments: [DemoComment]
    var withdrawal: Withdrawal?

    var topics: Set<Topic> { Set(versions.flatMap(\.topics)) }
}

/// A picture of the demo edition: a drawing, its caption and its alternative text.
struct DemoPicture: Sendable {
    let drawing: DemoDrawing
    /// A description of the picture for readers who cannot see it.
    let alternativeText: String
    let words: IncomingPicture

    /// `name` is part of the picture's `guid`, and its file name without an extension.
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
