package import Newsroom

/// An item from an agency: a story, a picture, or a package that says which of them belong together.
package enum WireItem: Sendable, Hashable {
    case story(IncomingStory)
    case picture(IncomingPicture)
    case package(IncomingPackage)

    package var guid: String {
        switch self {
        case .story(let story): story.guid
        case .picture(let picture): picture.guid
        case .package(let package): package.guid
        }
    }

    package var wireVersion: Int {
        switch self {
        case .story(let story): story.wireVersion
        case .picture(let picture): picture.wireVersion
        case .package(let package): package.wireVersion
        }
    }
}

/// The items of one document, a fault for each refused item, and what was assumed about the others. One bad
/// item does not stop the others.
package struct WireDocument: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package let item: WireItem
        /// The line on which the item begins, counted from 1.
        package let line: Int
    }

    package var items: [Entry] = []
    package var assumptions: [Assumption] = []
    package var faults: [WireFault] = []
}
