package import Bucket
package import Foundation
import Newsroom
import Synchronization

/// A picture store in a bucket, for machines that share no file system.
///
/// A failed import deletes nothing, because another machine may already use a rendition. A rendition that belongs to
/// no picture does no harm, because its name depends only on its content.
package final class BucketPictureStore: PictureStore {
    /// The maximum number of readers that wait for pictures at once. The store refuses more, so that a slow
    /// bucket does not fill the memory.
    private static let mostReaders = 64

    private let bucket: Bucket
    private let readers = Atomic(0)
    private let wentAway = Atomic(false)
    private let isLookedFor = Atomic(false)

    package init(bucket: Bucket) { self.bucket = bucket }

    package var isAway: Bool { wentAway.load(ordering: .relaxed) }

    /// Stores the renditions in parallel. If one fails, others may already be stored.
    package func keep(_ renditions: [FinishedRendition]) async throws {
        try await noting {
            try await withThrowingTaskGroup { tasks in
                for rendition in renditions { tasks.addTask { try await self.keep(rendition) } }
                try await tasks.waitForAll()
            }
        }
    }

    /// Refuses bytes that do not match the digest in the name.
    package func rendition(_ name: String) async throws -> [UInt8]? {
        defer { readers.subtract(1, ordering: .relaxed) }
        guard readers.add(1, ordering: .relaxed).newValue <= Self.mostReaders else {
            throw PictureStoreFault(isLasting: false, "Too many readers are waiting for pictures.")
        }
        return try await noting {
            guard let bytes = try await bucket.object(name) else { return nil }
            guard RenditionName.digest(of: bytes) == name.prefix(RenditionName.digits) else {
                throw BucketFault.unexpected("\(name) does not match the digest in its name")
            }
            return bytes
        }
    }

    package func keepOriginal(_ file: URL, as name: String) async throws {
        try await noting {
            guard try await !bucket.has(name) else { return }
            try await bucket.put(Array(try Data(contentsOf: file)), as: name, type: "application/octet-stream")
        }
    }

    package func copyOriginal(_ name: String, to file: URL) async throws -> Bool {
        guard let bytes = try await noting({ try await bucket.object(name) }) else { return false }
        try Data(bytes).write(to: file)
        return true
    }

    package func delete(_ names: [String]) async throws {
        try await noting { for name in names { try await bucket.delete(name) } }
    }

    package func missing(among names: [String]) async throws -> [String] {
        var left = Set(names)
        try await noting { try await bucket.forEachPage { left.subtract($0) } }
        return names.filter(left.contains)
    }

    package func look() async throws { try await noting { try await bucket.look() } }

    /// Sends one request at a time, because a monitor may ask every second and a request to an unavailable
    /// bucket may take a long time.
    package func lookAgain() async throws -> Bool {
        guard !isLookedFor.exchange(true, ordering: .relaxed) else { return !isAway }
        defer { isLookedFor.store(false, ordering: .relaxed) }
        try await look()
        return true
    }

    private func keep(_ finished: FinishedRendition) async throws {
        let rendition = finished.rendition
        guard try await !bucket.has(rendition.name) else { return }
        try await bucket.put(
            Array(try Data(contentsOf: finished.file)), as: rendition.name, type: rendition.format.mediaType)
    }

    /// Records whether the bucket did the work, and turns its fault into a message for the operator.
    private func noting<T>(_ work: () async throws -> T) async throws -> T {
        do {
            let result = try await work()
            wentAway.store(false, ordering: .relaxed)
            return result
        } catch let fault as BucketFault {
            wentAway.store(true, ordering: .relaxed)
            throw PictureStoreFault(fault)
        }
    }
}

extension PictureStoreFault {
    init(_ fault: BucketFault) {
        switch fault {
        case .notSet(let sentence): self.init(isLasting: true, sentence)
        case .refused(let status, let code):
            self.init(
                isLasting: true,
                "The picture bucket refused the request: \(code.isEmpty ? "" : "\(code), ")status \(status). "
                    + "Check the keys, the region and the name of the bucket.")
        case .unreachable(let cause):
            self.init(isLasting: false, "The picture bucket is unavailable: \(cause)")
        case .unexpected(let finding):
            self.init(isLasting: false, "The picture bucket failed unexpectedly: \(finding)")
        }
    }
}
