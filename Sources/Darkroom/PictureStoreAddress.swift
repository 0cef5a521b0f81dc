package import Bucket
package import Foundation
package import Newsroom

/// The address of a picture store: a folder, or a bucket of an S3-compatible store.
package enum PictureStoreAddress: Sendable, Hashable {
    case folder(URL)
    case bucket(BucketAddress)

    /// Takes the full path of a folder, or `s3://bucket/prefix`. Refuses everything else with `invalid`. The sentence
    /// does not repeat the text, because the text may hold a password.
    package static func accept(_ written: String) throws(Refusal) -> PictureStoreAddress {
        guard BucketAddress.isOne(written) else {
            guard written.hasPrefix("/") else {
                throw .invalid(
                    "Pictures are kept in a folder, which is named by its full path, or in a bucket, such as s3://bucket/prefix."
                )
            }
            return .folder(URL(filePath: written, directoryHint: .isDirectory))
        }
        do { return .bucket(try BucketAddress(written)) } catch { throw .invalid(error.description) }
    }

    /// Opens the store without asking whether it is there. `environment` has the keys of a bucket. Refuses with
    /// `invalid` where the keys are missing.
    package func open(environment: [String: String]) throws(Refusal) -> any PictureStore {
        switch self {
        case .folder(let folder): return FolderPictureStore(folder: folder)
        case .bucket(let address):
            do { return BucketPictureStore(bucket: try Bucket(address, environment: environment)) } catch {
                throw .invalid(error.description)
            }
        }
    }
}
