package import Newsroom

/// What a wire sends: a story, a picture, or the package that says which belong together.
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

/// The items of one document, and a fault for each that was not taken: one bad item does not keep the others out.
package struct WireDocument: Sendable, Hashable {
    package var items: [WireItem] = []
    package var faults: [WireFault] = []
}
