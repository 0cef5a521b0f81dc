import Database
import Foundation
import Markup
import Newsroom
import Operations
import Storage
import Web

/// Writes the demo edition into an empty installation, in the same way as an import and readers write.
struct DemoPlacing {
    let place: Installation

    /// Writes the newspaper's own texts to the configuration file of a new installation.
    static func write(_ house: House, to folder: NewspaperFolder) throws {
        let settings = [
            "house": [
                "name": house.name, "tagline": house.tagline ?? "", "timeZone": house.timeZone.identifier,
                "disclaimer": house.disclaimer,
            ],
            "policy": ["welcome": house.policy.welcome],
        ]
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(settings).write(to: folder.settings)
    }

    /// `progress` is called after each picture and each story.
    func place(_ edition: DemoEdition, progress: (Int, Int) -> Void) async throws {
        let pictures = edition.stories.flatMap(\.gallery)
        let steps = pictures.count + edition.stories.count
        progress(0, steps)
        var developed = try await DemoPictures(darkroom: place.darkroom).develop(pictures) { progress($0, steps) }[...]
        var ids: [Story.ID] = []
        for story in edition.stories {
            ids.append(try await place(story, with: Array(developed.prefix(story.gallery.count))))
            developed = developed.dropFirst(story.gallery.count)
            progress(pictures.count + ids.count, steps)
        }
        let (stories, now) = (ids, Clock.system.now)
        try await place.database.write { tx in
            for (number, id) in stories.enumerated() {
                try tx.relate(id, to: edition.related(to: number).map { stories[$0] })
            }
            for story in edition.scheduled {
                guard let end = story.embargoedUntil else { continue }
                try tx.hold(HeldItem(story, until: end), now: now)
            }
        }
    }

    private func place(_ story: DemoStory, with gallery: [DevelopedPicture]) async throws -> Story.ID {
        let id = try await publish(story)
        try await place.database.write { tx in
            let pictures = try gallery.map { try tx.publish($0, now: Clock.system.now) }
            try tx.setGallery(pictures.map { GalleryEntry($0) }, of: id)
        }
        try await place(story.comments, at: id)
        if let withdrawal = story.withdrawal {
            try await place.database.write { tx in
                try tx.withdraw(
                    id, version: story.versions.count, reason: withdrawal.reason ?? "", by: LogEntry.system,
                    now: withdrawal.at)
            }
        }
        return id
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

    private func place(_ comments: [DemoComment], at story: Story.ID) async throws {
        let policy = place.settings.house.policy
        try await place.database.write { tx in
            var ids: [Comment.ID] = []
            for comment in comments {
                let id = try tx.place(comment, answering: comment.answers.map { ids[$0] }, at: story)
                ids.append(id)
                for (number, report) in comment.reports.enumerated() {
                    try tx.place(report, on: id, from: "reader \(id) \(number)", policy)
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
        let posting = Posting(
            draft: draft, story: story, source: comment.name, commenter: .browser("demo"), now: comment.at)
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
