package import Foundation
package import Newsroom

/// Where finished renditions are kept, each by its name.
///
/// What goes wrong with it is a `ShelfFault`.
package protocol Shelf: Sendable {
    /// Takes the prints of one picture. When it returns, all are kept for good; what is already there is left as it is.
    func keep(_ prints: [FinishedPrint]) async throws

    /// A rendition's bytes; `nil` where there is none of this name, which must have the shape of a rendition's.
    func rendition(_ name: String) async throws -> [UInt8]?

    /// Those of the names under which nothing is kept.
    func missing(among names: [String]) async throws -> [String]

    /// Asks whether the shelf is there and can be used.
    func look() async throws

    /// Whether nothing could be had from it when it was asked last.
    var isAway: Bool { get }

    /// Asks whether it is back, unless somebody is asking already; gives whether it is.
    func lookAgain() async throws -> Bool
}

/// A rendition that still lies on the workbench, and how it will be known.
package struct FinishedPrint: Sendable {
    package let rendition: Rendition
    package let file: URL

    package init(rendition: Rendition, file: URL) {
        self.rendition = rendition
        self.file = file
    }
}

/// Why a shelf does not give or take pictures.
package struct ShelfFault: Error, Sendable, CustomStringConvertible {
    /// Whether it will be the same until somebody changes the settings, the keys or their rights.
    package let isLasting: Bool
    package let description: String

    package init(isLasting: Bool, _ description: String) {
        self.isLasting = isLasting
        self.description = description
    }
}
