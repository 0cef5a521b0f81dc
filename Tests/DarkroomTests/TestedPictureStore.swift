import Bucket
import Darkroom
import Foundation
import Testing

/// The picture stores that the contract tests run on: a folder, and a bucket that tests may fill if
/// `BROADSHEET_TEST_BUCKET` contains its address (`.ci/bucket` starts a store).
enum TestedPictureStore: String, CaseIterable {
    case folder, bucket

    static let environment = ProcessInfo.processInfo.environment
    private static let bucketAddress = environment["BROADSHEET_TEST_BUCKET"]

    static let allCases: [TestedPictureStore] = bucketAddress == nil ? [.folder] : [.folder, .bucket]

    /// The address of a new, empty store.
    func address() throws -> PictureStoreAddress {
        switch self {
        case .folder:
            let folder = FileManager.default.temporaryDirectory.appending(path: "pictureStore-\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try .accept(folder.path)
        case .bucket:
            let address = try #require(Self.bucketAddress)
            return try .accept(address.replacing("?", with: "/\(UUID().uuidString)?"))
        }
    }

    func open() throws -> any PictureStore { try address().open(environment: Self.environment) }

    /// An address at which no store exists.
    func nowhere() throws -> PictureStoreAddress {
        switch self {
        case .folder: try .accept("/nowhere/at/all")
        case .bucket:
            try .accept(
                #require(Self.bucketAddress).replacing(
                    /\/\/[^\/]+/, with: "//nowhere-at-all", maxReplacements: 1))
        }
    }
}
