package import Foundation

/// An item that an agency has sent and that waits: for the end of its embargo, for an editor's word, or, as a package,
/// for its members. Readers cannot learn of it.
package struct HeldItem: Sendable, Hashable {
    package typealias ID = Identifier<HeldItem>

    /// It is stored as JSON until it is released.
    package enum Content: Sendable, Hashable, Codable {
        case story(IncomingStory)
        case picture(DevelopedPicture)
        case package(IncomingPackage)
        /// The agency has taken back an item that was never published. The row stays, so that an earlier version
        /// that is imported again changes nothing.
        case canceled
        /// A new version of a published story that waits for an editor's word.
        case proposed(ProposedVersion)
        /// An editor has put this version of the agency together with the changes that were made here.
        case merged(IncomingStory)
        /// An editor does not want the version. `base` is the agency's version that the published one contains.
        case dismissed(base: IncomingStory?)
    }

    package let guid: String
    package let wireVersion: Int
    /// `nil` for an item that waits for something else, and for one that is only remembered.
    package let embargoedUntil: Date?
    /// Since when it waits for an editor's word.
    package let waitingSince: Date?
    package let content: Content

    package init(
        guid: String, wireVersion: Int, embargoedUntil: Date?, waitingSince: Date? = nil, content: Content
    ) {
        self.guid = guid
        self.wireVersion = wireVersion
        self.embargoedUntil = embargoedUntil
        self.waitingSince = waitingSince
        self.content = content
    }

    package init(_ proposed: ProposedVersion, since time: Date) {
        self.init(
            guid: proposed.story.guid, wireVersion: proposed.story.wireVersion, embargoedUntil: nil, waitingSince: time,
            content: .proposed(proposed))
    }

    package init(_ story: IncomingStory, until end: Date) {
        self.init(guid: story.guid, wireVersion: story.wireVersion, embargoedUntil: end, content: .story(story))
    }

    package init(_ picture: DevelopedPicture, until end: Date) {
        self.init(
            guid: picture.picture.guid, wireVersion: picture.picture.wireVersion, embargoedUntil: end,
            content: .picture(picture))
    }

    package init(_ package: IncomingPackage, until end: Date?) {
        self.init(guid: package.guid, wireVersion: package.wireVersion, embargoedUntil: end, content: .package(package))
    }

    package init(canceled guid: String, wireVersion: Int) {
        self.init(guid: guid, wireVersion: wireVersion, embargoedUntil: nil, content: .canceled)
    }

    /// The headline of a story or picture; its caption or its identifier if it has none.
    package var title: String {
        switch content {
        case .story(let story): story.headline
        case .picture(let developed): developed.picture.headline ?? developed.picture.caption
        case .proposed(let proposed): proposed.story.headline
        case .package, .canceled, .merged, .dismissed: guid
        }
    }
}

/// An item that waits, in a list of the desk.
package struct WaitingItem: Sendable, Hashable {
    package let id: HeldItem.ID
    package let title: String
    /// The end of its embargo; for a version that waits for an editor's word, the time since which it waits.
    package let at: Date

    package init(id: HeldItem.ID, title: String, at: Date) {
        self.id = id
        self.title = title
        self.at = at
    }
}

extension IncomingPackage {
    /// The stories and pictures that the package names.
    package var members: Set<String> { Set(stories).union(galleries.keys).union(galleries.values.joined()) }
}
