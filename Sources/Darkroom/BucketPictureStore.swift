package import Bucket
import Foundation
import Newsroom
import Synchronization

/// A picture store in a bucket, for machines that share nothing else.
///
/// The store deletes nothing, because another machine may already use it. A rendition that belongs to no picture does
/// no harm: its name says what it is.
package final class BucketPictureStore: PictureStore {
    /// The most pictures that readers wait for at once. The store refuses more, so that a slow bucket does not fill the
    /// memory.
    private static let mostReaders = 64

    private let bucket: Bucket
    private let readers = Atomic(0)
    private let wentAway = Atomic(false)
    private let isLookedFor = Atomic(false)

    package init(bucket: Bucket) { self.bucket = bucket }

    package var isAway: Bool { wentAway.load(ordering: .relaxed) }

    /// Stores all at once. If one fails, others may be there.
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
            throw PictureStoreFault(isLasting: false, "More pictures are waited for than can be.")
        }
        return try await noting {
            guard let bytes = try await bucket.object(name) else { return nil }
            guard RenditionName.digest(of: bytes) == name.prefix(RenditionName.digits) else {
                throw BucketFault.unexpected("\(name) has other bytes than its name says")
            }
            return bytes
        }
    }

    package func missing(among names: [String]) async throws -> [String] {
        var left = Set(names)
        try await noting { try await bucket.forEachPage { left.subtract($0) } }
        return names.filter(left.contains)
    }

    package func look() async throws { try await noting { try await bucket.look() } }

    /// A monitor may ask each second, and each request to a bucket that is away may take long. So one request runs at
    /// a time.
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

    /// Notes whether the bucket answered, and turns its fault into a sentence for the operator.
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
                "The bucket with the pictures refuses what it is asked: \(code.isEmpty ? "status" : code) (\(status)). Are the keys, the region and the name of the bucket right?"
            )
        case .unreachable(let cause):
            self.init(isLasting: false, "The bucket with the pictures does not answer: \(cause)")
        case .unexpected(let finding):
            self.init(isLasting: false, "The bucket with the pictures answers what was not asked for: \(finding)")
        }
    }
}
