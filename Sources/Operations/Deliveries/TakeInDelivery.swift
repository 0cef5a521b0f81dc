package import Darkroom
import Database
import Foundation
import Markup
import Newsroom
import Storage
package import Wire

extension Newspaper {
    /// Imports an agency's delivery: pictures through the darkroom, then stories version by version, then the
    /// packages that say what belongs together. Importing a delivery twice ends in the same state. `progress`
    /// is called after each item. The result lists the refused items; all others are imported.
    package func takeIn(
        _ delivery: Delivery, through darkroom: Darkroom, progress: @Sendable (_ done: Int, _ of: Int) -> Void
    ) async throws -> DeliveryAccount {
        var account = DeliveryAccount()
        for fault in delivery.faults { account.refuse(fault) }
        // A file that changes nothing needs no explanation.
        var changed: Set<String> = []
        for (done, parcel) in delivery.inOrder.enumerated() {
            do {
                let outcome = try await take(parcel, of: delivery, through: darkroom, noting: &account)
                account.count(outcome)
                if outcome != .unchanged { changed.insert(parcel.file) }
            } catch let refusal as Refusal {
                account.refuse(WireFault(file: parcel.file, line: parcel.line, reason: .refused(refusal)))
            }
            progress(done + 1, delivery.items.count)
        }
        account.assume(delivery.assumptions.filter { changed.contains($0.file) })
        return account
    }

    private func take(
        _ parcel: Delivery.Item, of delivery: Delivery, through darkroom: Darkroom,
        noting account: inout DeliveryAccount
    ) async throws -> DeliveryAccount.Outcome {
        switch parcel.item {
        case .picture(let picture): try await take(picture, in: parcel.url, of: delivery, through: darkroom)
        case .story(let story): try await take(story, in: parcel, of: delivery, noting: &account)
        case .package(let package): try await take(package)
        }
    }

    private func take(
        _ story: IncomingStory, in parcel: Delivery.Item, of delivery: Delivery, noting account: inout DeliveryAccount
    ) async throws -> DeliveryAccount.Outcome {
        try requireEmbargoIsOver(story.embargoedUntil)
        let dated = StoryDating.date(story, at: clock.now)
        var story = dated.story
        if story.topics.isEmpty { story.topics = delivery.package(naming: story.guid)?.topics ?? [] }
        let complete = story
        let opening = Markdown(story.body).opening(limit: 300)
        switch try await write({ tx in try tx.publish(complete, opening: opening) }) {
        case .published:
            account.assume(dated.reasons.map { Assumption(file: parcel.file, line: parcel.line, sentence: $0) })
            return .published
        case .updated: return .updated
        case .withdrawn: return .withdrawn
        case .unchanged: return .unchanged
        }
    }

    private func take(
        _ picture: IncomingPicture, in item: URL, of delivery: Delivery, through darkroom: Darkroom
    ) async throws -> DeliveryAccount.Outcome {
        let known = try await database.read { tx in try tx.pictureVersion(guid: picture.guid)?.wireVersion }
        if let known, known >= picture.wireVersion { return .unchanged }
        try requireEmbargoIsOver(picture.embargoedUntil)
        if picture.isCanceled {
            try await write { tx in
                try tx.withdrawPicture(guid: picture.guid, wireVersion: picture.wireVersion)
            }
            return .withdrawn
        }
        var given = picture
        given.provenance.usageTerms =
            given.provenance.usageTerms ?? delivery.package(naming: picture.guid)?.usageTerms
        let developed = try await darkroom.develop(try delivery.file(of: picture, in: item), for: given)
        try await write { tx in _ = try tx.publish(developed) }
        return known == nil ? .published : .updated
    }

    private func requireEmbargoIsOver(_ end: Date?) throws {
        guard let end, end > clock.now else { return }
        throw Refusal(.delivery(.underEmbargo), [.time: .time(end)])
    }

    private func take(_ package: IncomingPackage) async throws -> DeliveryAccount.Outcome {
        try await write { tx in
            let known = try tx.packageVersion(guid: package.guid)
            guard known <= package.wireVersion else { return .unchanged }
            let stories = try package.stories.compactMap { try tx.storyID(guid: $0) }
            try tx.relate(stories)
            for (guid, pictures) in package.galleries {
                guard let story = try tx.storyID(guid: guid) else { continue }
                try tx.setGallery(try pictures.compactMap { try tx.usablePicture(guid: $0) }, of: story)
            }
            try tx.notePackage(guid: package.guid, wireVersion: package.wireVersion)
            return known == 0 ? .published : known < package.wireVersion ? .updated : .unchanged
        }
    }
}

extension Delivery {
    fileprivate func file(of picture: IncomingPicture, in item: URL) throws(Refusal) -> URL {
        switch pictureFile(named: picture.fileNames, beside: item) {
        case .found(let file): return file
        case .missing: throw Refusal(.delivery(.noPictureFile))
        case .ambiguous(let name): throw Refusal(.delivery(.ambiguousPictureFile), [.file: .text(name)])
        }
    }

    /// Pictures first, then stories, then packages. Within each kind, lower versions come first.
    fileprivate var inOrder: [Item] {
        items.enumerated().sorted { one, other in
            let ranks = (one.element.item.rank, other.element.item.rank)
            if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
            let versions = (one.element.item.wireVersion, other.element.item.wireVersion)
            return versions.0 == versions.1 ? one.offset < other.offset : versions.0 < versions.1
        }.map(\.element)
    }

    /// The newest package that names this story or picture.
    fileprivate func package(naming guid: String) -> IncomingPackage? {
        items.compactMap { parcel in
            guard case .package(let package) = parcel.item, package.names(guid) else { return nil }
            return package
        }.max { $0.wireVersion < $1.wireVersion }
    }
}

extension IncomingPackage {
    fileprivate func names(_ guid: String) -> Bool {
        stories.contains(guid) || galleries.values.contains { $0.contains(guid) }
    }
}

extension WireItem {
    fileprivate var rank: Int {
        switch self {
        case .picture: 0
        case .story: 1
        case .package: 2
        }
    }
}
