import Darkroom
import Database
import Foundation
import Markup
import Newsroom
import Operations
import Storage
import Subprocess
import Web

/// Writes the demo edition into an empty installation, in the same way as an import and readers write.
struct DemoPlacing {
    let place: Installation

    /// Writes the newspaper's own texts to the configuration file of a new installation.
    static func write(_ house: House, to folder: URL) throws {
        let settings = [
            "house": [
                "name": house.name, "tagline": house.tagline ?? "", "timeZone": house.timeZone.identifier,
                "disclaimer": house.disclaimer,
            ],
            "policy": ["welcome": house.policy.welcome],
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(settings).write(to: folder.appending(path: "broadsheet.json"))
    }

    func place(_ edition: DemoEdition, progress: (Int, Int) -> Void) async throws {
        var ids: [Story.ID] = []
        for (done, story) in edition.stories.enumerated() {
            progress(done, edition.stories.count)
            let id = try await publish(story)
            try await place(story.gallery, at: id)
            try await place(story.comments, at: id)
            ids.append(id)
        }
        let stories = ids
        try await place.database.write { tx in try tx.relate(stories) }
    }

    private func publish(_ story: DemoStory) async throws -> Story.ID {
        try await place.database.write { tx in
            var id: Story.ID?
            for version in story.versions {
                id = try tx.publish(version, opening: Markdown(version.body).opening(limit: 300)).story
            }
            guard let id else { throw CommandFault.demoStoryWithoutVersion }
            return id
        }
    }

    /// Publishes the pictures of a story. vips renders each SVG drawing as a PNG file for the darkroom.
    private func place(_ gallery: [DemoPicture], at story: Story.ID) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "broadsheet-demo-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var pictures: [Picture.ID] = []
        for (index, picture) in gallery.enumerated() {
            let drawing = folder.appending(path: "\(index).svg")
            let print = folder.appending(path: "\(index).png")
            try Data(picture.drawing.svg.utf8).write(to: drawing)
            let outcome = try await Subprocess.run(
                .name("vips"), arguments: ["svgload", drawing.path, print.path], output: .discarded,
                error: .discarded)
            guard outcome.terminationStatus.isSuccess else {
                throw CommandFault.demoWithoutVips
            }
            var words = picture.words
            words.alternativeText = picture.alternativeText
            let developed = try await place.darkroom.develop(print, for: words)
            pictures.append(try await place.database.write { tx in try tx.publish(developed, now: Clock.system.now) })
        }
        let shown = pictures
        try await place.database.write { tx in try tx.setGallery(shown.map { GalleryEntry($0) }, of: story) }
    }

    private func place(_ comments: [DemoComment], at story: Story.ID) async throws {
        let policy = place.settings.house.policy
        try await place.database.write { tx in
            var ids: [Comment.ID] = []
            for comment in comments {
                let id = try tx.place(comment, answering: comment.answers.map { ids[$0] }, at: story)
                ids.append(id)
                for (number, report) in comment.reports.enumerated() {
                    try tx.place(report, on: id, from: "reader \(number)", policy)
                }
            }
        }
    }
}

extension Transaction {
    fileprivate func place(
        _ comment: DemoComment, answering parent: Comment.ID?, at story: Story.ID
    ) throws -> Comment.ID {
        let draft = try CommentDraft(
            name: comment.name, text: comment.edit?.textBefore ?? comment.text, email: nil, parent: parent,
            storyVersion: comment.storyVersion)
        let rules = PostingRules(closing: ClosingRule(days: nil), holdsUnknownNames: comment.isHeld, limits: [])
        let posting = Posting(draft: draft, story: story, source: comment.name, writer: "demo", now: comment.at)
        let id = try post([posting], rules: rules)[0].get().comment.id
        if let edit = comment.edit {
            let change = CommentEdit(
                comment: id, text: comment.text, revision: nil, writer: "demo", source: comment.name, now: edit.at)
            _ = try self.edit(change, rules: rules)
        }
        return id
    }

    fileprivate func place(_ report: DemoReport, on comment: Comment.ID, from source: String, _ policy: Policy) throws {
        let draft = try ReportDraft(clause: report.clause, text: report.text, email: nil, policy: policy)
        let receipt = Keys.hash(Keys.freshToken())
        try self.report(
            Reporting(draft: draft, comment: comment, source: source, receiptHash: receipt, now: report.at), limits: [])
    }
}
