package import Foundation

/// An item that an agency has sent and that waits: for the end of its embargo, or, as a package, for its members.
/// Readers cannot learn of it.
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
    }

    package let guid: String
    package let wireVersion: Int
    /// `nil` for a package that only waits for its members, and for a canceled item.
    package let embargoedUntil: Date?
    package let content: Content

    package init(guid: String, wireVersion: Int, embargoedUntil: Date?, content: Content) {
        self.guid = guid
        self.wireVersion = wireVersion
        self.embargoedUntil = embargoedUntil
        self.content = content
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
        case .package, .canceled: guid
        }
    }
}

/// An item under an embargo in a list of the desk.
package struct EmbargoedItem: Sendable, Hashable {
    package let id: HeldItem.ID
    package let title: String
    package let until: Date

    package init(id: HeldItem.ID, title: String, until: Date) {
        self.id = id
        self.title = title
        self.until = until
    }
}

extension IncomingPackage {
    /// The stories and pictures that the package names.
    package var members: Set<String> { Set(stories).union(galleries.keys).union(galleries.values.joined()) }
}
