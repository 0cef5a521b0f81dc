package import Darkroom
import Database
import Foundation
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
        let now = clock.now
        let dated = StoryDating.date(story, at: now)
        var story = dated.story
        if story.topics.isEmpty { story.topics = delivery.package(naming: story.guid)?.topics ?? [] }
        let complete = story
        let corrections = rules.stories.agencyCorrections
        let outcome = try await write { tx in try tx.take(complete, now: now, corrections: corrections) }
        if outcome == .published {
            account.assume(dated.reasons.map { Assumption(file: parcel.file, line: parcel.line, sentence: $0) })
        }
        return outcome
    }

    private func take(
        _ picture: IncomingPicture, in item: URL, of delivery: Delivery, through darkroom: Darkroom
    ) async throws -> DeliveryAccount.Outcome {
        let now = clock.now
        guard try await database.read({ tx in try tx.isNewPicture(picture) }) else { return .unchanged }
        if picture.isCanceled {
            try await write { tx in try tx.cancel(picture, now: now) }
            return .withdrawn
        }
        var given = picture
        given.provenance.usageTerms =
            given.provenance.usageTerms ?? delivery.package(naming: picture.guid)?.usageTerms
        let known = try await database.read { tx in
            try tx.pictureVersion(guid: picture.guid).flatMap { try tx.libraryPicture($0.id) }
        }
        let developed = try await darkroom.develop(
            try delivery.file(of: picture, in: item), for: given, keeping: known?.framing ?? Framing(),
            of: known?.frame)
        return try await write { tx in try tx.take(developed, now: now) }
    }

    private func take(_ package: IncomingPackage) async throws -> DeliveryAccount.Outcome {
        let now = clock.now
        return try await write { tx in try tx.take(package, now: now) }
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
