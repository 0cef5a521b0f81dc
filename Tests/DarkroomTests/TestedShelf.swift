import Bucket
import Darkroom
import Foundation
import Testing

/// The shelves that the contract is held against: a folder, and a bucket where `BROADSHEET_TEST_BUCKET` is the address of one that tests
/// may fill (`.ci/bucket` starts a store).
enum TestedShelf: String, CaseIterable {
    case folder, bucket

    static let environment = ProcessInfo.processInfo.environment
    private static let bucketAddress = environment["BROADSHEET_TEST_BUCKET"]

    static let allCases: [TestedShelf] = bucketAddress == nil ? [.folder] : [.folder, .bucket]

    /// An address of its own, where nothing is yet.
    func address() throws -> ShelfAddress {
        switch self {
        case .folder:
            let folder = FileManager.default.temporaryDirectory.appending(path: "shelf-\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try .accept(folder.path)
        case .bucket:
            let address = try #require(Self.bucketAddress)
            return try .accept(address.replacing("?", with: "/\(UUID().uuidString)?"))
        }
    }

    func open() throws -> any Shelf { try address().open(environment: Self.environment) }

    /// An address at which there is nothing.
    func nowhere() throws -> ShelfAddress {
        switch self {
        case .folder: try .accept("/nowhere/at/all")
        case .bucket:
            try .accept(
                #require(Self.bucketAddress).replacing(
                    /\/\/[^\/]+/, with: "//nowhere-at-all", maxReplacements: 1))
        }
    }
}
