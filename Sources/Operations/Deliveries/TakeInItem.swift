import Database
import Foundation
import Markup
import Newsroom
import Storage

/// Publishes items from agencies, or stores them until the end of their embargo. A version that is not newer than
/// one that is published or waits changes nothing.
extension Transaction {
    /// Refuses a version after the agency has canceled the story with `conflict`.
    func take(
        _ story: IncomingStory, now: Date, corrections: AgencyCorrections = .publish
    ) throws -> DeliveryAccount.Outcome {
        let held = try heldItem(guid: story.guid)?.item
        guard held.map({ $0.wireVersion < story.wireVersion }) ?? true else { return .unchanged }
        let end = story.embargoedUntil.flatMap { $0 > now ? $0 : nil }
        let isKnown = try storyID(guid: story.guid) != nil
        if held?.content == .canceled {
            guard story.status == .usable else { return .unchanged }
            throw Refusal(
                .delivery(.withdrawnForGood), [.guid: .text(story.guid), .version: .number(story.wireVersion)])
        }
        // Readers never hear of a story that the agency takes back before its embargo ends.
        if story.status == .canceled, !isKnown, held != nil || end != nil {
            try hold(HeldItem(canceled: story.guid, wireVersion: story.wireVersion), now: now)
            return .withdrawn
        }
        if story.status == .usable, let end, try mayUpdate(story) {
            try hold(HeldItem(story, until: end), now: now)
            return .held
        }
        if let proposed = try proposal(of: story, held?.content, corrections) {
            try hold(HeldItem(proposed, since: now), now: now)
            return .waiting
        }
        let publication = try publish(story, opening: Markdown(story.body).opening(limit: 300))
        try arrive(story.guid, now: now)
        return switch publication {
        case .published: .published
        case .updated: .updated
        case .withdrawn: .withdrawn
        case .unchanged: .unchanged
        }
    }

    func take(_ developed: DevelopedPicture, now: Date) throws -> DeliveryAccount.Outcome {
        let picture = developed.picture
        guard try isNewPicture(picture) else { return .unchanged }
        if let end = picture.embargoedUntil, end > now {
            try hold(HeldItem(developed, until: end), now: now)
            return .held
        }
        let isKnown = try pictureVersion(guid: picture.guid) != nil
        try publish(developed, now: now)
        try arrive(picture.guid, now: now)
        return isKnown ? .updated : .published
    }

    /// Whether neither this version of a picture nor a later one is stored. Refuses a new version of a picture that an
    /// editor has withdrawn with `conflict`.
    func isNewPicture(_ picture: IncomingPicture) throws -> Bool {
        let versions = [
            try pictureVersion(guid: picture.guid)?.wireVersion, try heldItem(guid: picture.guid)?.item.wireVersion,
        ]
        guard versions.compactMap(\.self).allSatisfy({ $0 < picture.wireVersion }) else { return false }
        if !picture.isCanceled, try isWithdrawnByStaff(guid: picture.guid) {
            throw Refusal(
                .delivery(.withdrawnForGood), [.guid: .text(picture.guid), .version: .number(picture.wireVersion)])
        }
        return true
    }

    /// Removes a picture that the agency has canceled. One that is not published cannot come back in an earlier
    /// version.
    func cancel(_ picture: IncomingPicture, now: Date) throws {
        if try pictureVersion(guid: picture.guid) == nil {
            try hold(HeldItem(canceled: picture.guid, wireVersion: picture.wireVersion), now: now)
        } else {
            try withdrawPicture(guid: picture.guid, wireVersion: picture.wireVersion, now: now)
            try dropHeldItem(guid: picture.guid)
        }
    }

    /// Relates the stories of a package and sets their galleries. The package waits as long as one of its members
    /// does, and is then taken again.
    func take(_ package: IncomingPackage, now: Date) throws -> DeliveryAccount.Outcome {
        let known = try packageVersion(guid: package.guid)
        let held = try heldItem(guid: package.guid)?.item.wireVersion ?? 0
        guard known <= package.wireVersion, held <= package.wireVersion else { return .unchanged }
        if let end = package.embargoedUntil, end > now {
            try hold(HeldItem(package, until: end), now: now)
            return held < package.wireVersion ? .held : .unchanged
        }
        try relate(try package.stories.compactMap { try storyID(guid: $0) })
        for (guid, pictures) in package.galleries {
            guard let story = try storyID(guid: guid) else { continue }
            try setGallery(
                try pictures.compactMap { try usablePicture(guid: $0) }.map { GalleryEntry($0) }, of: story)
        }
        try notePackage(guid: package.guid, wireVersion: package.wireVersion)
        if try package.members.contains(where: { try isUnderEmbargo(guid: $0) }) {
            try hold(HeldItem(package, until: nil), now: now)
        } else {
            try dropHeldItem(guid: package.guid)
        }
        return known == 0 ? .published : known < package.wireVersion ? .updated : .unchanged
    }

    /// Publishes an item at the end of its embargo.
    func release(_ id: HeldItem.ID, now: Date, corrections: AgencyCorrections) throws {
        guard let item = try heldItem(id), let end = item.embargoedUntil else { return }
        guard end <= now else { return try hold(item, now: now) }
        try dropHeldItem(guid: item.guid)
        switch item.content {
        case .story(let story):
            try releaseUnlessWithdrawn {
                try take(StoryDating.date(story, at: now).story, now: now, corrections: corrections)
            }
        case .picture(let picture): try releaseUnlessWithdrawn { try take(picture, now: now) }
        case .package(let package): _ = try take(package, now: now)
        case .canceled, .proposed, .merged, .dismissed: break
        }
    }

    /// A story or picture that was withdrawn meanwhile stays withdrawn.
    private func releaseUnlessWithdrawn(_ take: () throws -> DeliveryAccount.Outcome) throws {
        do { _ = try take() } catch let refusal as Refusal {
            guard refusal.code == .delivery(.withdrawnForGood) else { throw refusal }
        }
    }

    /// The version as a proposal, if it needs an editor's word: the story was changed here, or a correction waits for a
    /// word, or an earlier version waits already.
    private func proposal(
        of story: IncomingStory, _ held: HeldItem.Content?, _ corrections: AgencyCorrections
    ) throws -> ProposedVersion? {
        guard story.status == .usable, let known = try storyID(guid: story.guid).flatMap({ try self.story($0) }),
            known.withdrawal == nil, known.current.wireVersion ?? 0 < story.wireVersion
        else { return nil }
        if case .proposed(let earlier) = held { return ProposedVersion(story, base: earlier.base, after: earlier) }
        let proposed = ProposedVersion(story, base: held?.base)
        let needsWord = story.isCorrection && corrections == .confirm
        return try needsWord || proposed.base != nil || isEditedHere(known) ? proposed : nil
    }

    /// Whether this version may replace the published one.
    private func mayUpdate(_ story: IncomingStory) throws -> Bool {
        guard let id = try storyID(guid: story.guid) else { return true }
        return try self.story(id).map { known in
            known.withdrawal == nil && known.current.wireVersion ?? 0 < story.wireVersion
        } ?? false
    }

    /// Forgets the waiting version of an item that is published now, and takes the packages that waited for it.
    private func arrive(_ guid: String, now: Date) throws {
        try dropHeldItem(guid: guid)
        for item in try heldPackages(naming: guid) {
            guard case .package(let package) = item.content, item.embargoedUntil == nil else { continue }
            _ = try take(package, now: now)
        }
    }
}
