package import Foundation
package import Newsroom

/// A place that keeps finished renditions, each under its name. Its failures are `PictureStoreFault`s.
package protocol PictureStore: Sendable {
    /// Keeps the renditions of one picture. When it returns, all are on durable storage. A name that is already there
    /// is left as it is.
    func keep(_ renditions: [FinishedRendition]) async throws

    /// A rendition's bytes; `nil` where nothing has this name. The name must have the shape of a rendition's name.
    func rendition(_ name: String) async throws -> [UInt8]?

    /// The names under which the store has nothing.
    func missing(among names: [String]) async throws -> [String]

    /// Throws where the store is absent or cannot be used.
    func look() async throws

    /// Whether the last request to the store failed.
    var isAway: Bool { get }

    /// Asks whether the store is back, unless another caller is asking already. Gives whether it is.
    func lookAgain() async throws -> Bool
}

/// A rendition with its final name, whose file is still in the work folder.
package struct FinishedRendition: Sendable {
    package let rendition: Rendition
    package let file: URL

    package init(rendition: Rendition, file: URL) {
        self.rendition = rendition
        self.file = file
    }
}

/// Why a picture store does not give or take pictures.
package struct PictureStoreFault: Error, Sendable, CustomStringConvertible {
    /// Whether the fault stays until somebody changes the settings, the keys or their rights.
    package let isLasting: Bool
    package let description: String

    package init(isLasting: Bool, _ description: String) {
        self.isLasting = isLasting
        self.description = description
    }
}
