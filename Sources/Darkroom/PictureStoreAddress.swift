package import Bucket
package import Foundation

/// The address of a picture store: a folder, or a bucket of an S3-compatible store.
package enum PictureStoreAddress: Sendable, Hashable {
    case folder(URL)
    case bucket(BucketAddress)

    /// Accepts the absolute path of a folder, or `s3://bucket/prefix`. Throws a lasting fault for anything
    /// else. The message does not repeat the text, because it may contain a password.
    package static func accept(_ written: String) throws(PictureStoreFault) -> PictureStoreAddress {
        guard BucketAddress.isOne(written) else {
            guard written.hasPrefix("/") else {
                throw PictureStoreFault(
                    isLasting: true,
                    "The picture store must be the absolute path of a folder, or a bucket such as s3://bucket/prefix.")
            }
            return .folder(URL(filePath: written, directoryHint: .isDirectory))
        }
        do { return .bucket(try BucketAddress(written)) } catch {
            throw PictureStoreFault(isLasting: true, error.description)
        }
    }

    /// Opens the store without checking that it exists. `environment` contains the keys of a bucket. Throws a
    /// lasting fault if they are missing.
    package func open(environment: [String: String]) throws(PictureStoreFault) -> any PictureStore {
        switch self {
        case .folder(let folder): return FolderPictureStore(folder: folder)
        case .bucket(let address):
            do { return BucketPictureStore(bucket: try Bucket(address, environment: environment)) } catch {
                throw PictureStoreFault(isLasting: true, error.description)
            }
        }
    }
}
