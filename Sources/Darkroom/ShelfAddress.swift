package import Bucket
package import Foundation

/// Where pictures are kept: in a folder, or in a bucket of an S3-compatible store.
package enum ShelfAddress: Sendable, Hashable {
    case folder(URL)
    case bucket(BucketAddress)

    /// Takes the full path of a folder, or `s3://bucket/prefix`. Throws a lasting fault for everything else; what was written is not in
    /// its sentence, because it may hold a password.
    package static func accept(_ written: String) throws(ShelfFault) -> ShelfAddress {
        guard BucketAddress.isOne(written) else {
            guard written.hasPrefix("/") else {
                throw ShelfFault(
                    isLasting: true,
                    "Pictures are kept in a folder, which is named by its full path, or in a bucket, such as s3://bucket/prefix."
                )
            }
            return .folder(URL(filePath: written, directoryHint: .isDirectory))
        }
        do { return .bucket(try BucketAddress(written)) } catch {
            throw ShelfFault(isLasting: true, error.description)
        }
    }

    /// Opens the shelf, without asking yet whether it is there. `environment` has the keys of a bucket. Throws a lasting fault where
    /// it lacks them.
    package func open(environment: [String: String]) throws(ShelfFault) -> any Shelf {
        switch self {
        case .folder(let folder): return FolderShelf(folder: folder)
        case .bucket(let address):
            do { return BucketShelf(bucket: try Bucket(address, environment: environment)) } catch {
                throw ShelfFault(isLasting: true, error.description)
            }
        }
    }
}
