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

/// The items of one document, and a fault for each refused item. One bad item does not stop the others.
package struct WireDocument: Sendable, Hashable {
    package var items: [WireItem] = []
    package var faults: [WireFault] = []
}
