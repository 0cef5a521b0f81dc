package import Foundation
package import Newsroom

/// Stores finished renditions, each under its name. Its failures are `PictureStoreFault`s.
package protocol PictureStore: Sendable {
    /// Stores the renditions of one picture. When it returns, all are on durable storage. An existing
    /// rendition with the same name is left unchanged.
    func keep(_ renditions: [FinishedRendition]) async throws

    /// The bytes of a rendition; `nil` if nothing has this name. The name must have the form of a rendition's
    /// name.
    func rendition(_ name: String) async throws -> [UInt8]?

    /// Stores an original, which nobody is ever sent. Its name is that of `OriginalFile`.
    func keepOriginal(_ file: URL, as name: String) async throws

    /// Copies an original to a file. Returns whether the store has it.
    func copyOriginal(_ name: String, to file: URL) async throws -> Bool

    /// Deletes files; some may be missing. Another process that stores the same bytes at this moment may lose them.
    func delete(_ names: [String]) async throws

    /// The names that the store does not have.
    func missing(among names: [String]) async throws -> [String]

    /// Throws if the store is missing or cannot be used.
    func look() async throws

    /// Whether the last request to the store failed.
    var isAway: Bool { get }

    /// Checks whether the store is available again, unless another caller is already checking. Returns
    /// whether it is available.
    func lookAgain() async throws -> Bool
}

/// A rendition with its final name. Its file is still in the work folder.
package struct FinishedRendition: Sendable {
    package let rendition: Rendition
    package let file: URL

    package init(rendition: Rendition, file: URL) {
        self.rendition = rendition
        self.file = file
    }
}

/// The reason why a picture store cannot read or store pictures.
package struct PictureStoreFault: Error, Sendable, CustomStringConvertible {
    /// Whether the fault remains until somebody changes the settings, the keys or their permissions.
    package let isLasting: Bool
    package let description: String

    package init(isLasting: Bool, _ description: String) {
        self.isLasting = isLasting
        self.description = description
    }
}
