package import Bucket
import Foundation
import Newsroom
import Synchronization

/// Pictures in a bucket, for machines that share nothing else.
///
/// Nothing is taken back from it: what another machine has found there it counts on, and a print that belongs to no picture does no
/// harm, because its name says what it is.
package final class BucketShelf: Shelf {
    /// Pictures that are waited for at once. More are refused, so that a store which answers slowly does not fill the memory.
    private static let mostReaders = 64

    private let bucket: Bucket
    private let readers = Atomic(0)
    private let wentAway = Atomic(false)
    private let isLookedFor = Atomic(false)

    package init(bucket: Bucket) { self.bucket = bucket }

    package var isAway: Bool { wentAway.load(ordering: .relaxed) }

    /// All are asked for at once; where one fails, others may be there.
    package func keep(_ prints: [FinishedPrint]) async throws {
        try await telling {
            try await withThrowingTaskGroup { tasks in
                for print in prints { tasks.addTask { try await self.keep(print) } }
                try await tasks.waitForAll()
            }
        }
    }

    /// What comes must be what its name says, or it is nothing for readers.
    package func rendition(_ name: String) async throws -> [UInt8]? {
        defer { readers.subtract(1, ordering: .relaxed) }
        guard readers.add(1, ordering: .relaxed).newValue <= Self.mostReaders else {
            throw ShelfFault(isLasting: false, "More pictures are waited for than can be.")
        }
        return try await telling {
            guard let bytes = try await bucket.object(name) else { return nil }
            guard RenditionName.digest(of: bytes) == name.prefix(RenditionName.digits) else {
                throw BucketFault.unexpected("\(name) has other bytes than its name says")
            }
            return bytes
        }
    }

    package func missing(among names: [String]) async throws -> [String] {
        var left = Set(names)
        try await telling { try await bucket.forEachPage { left.subtract($0) } }
        return names.filter(left.contains)
    }

    package func look() async throws { try await telling { try await bucket.look() } }

    /// Who watches over the program asks each second, and a bucket that is away may let each wait for long.
    package func lookAgain() async throws -> Bool {
        guard !isLookedFor.exchange(true, ordering: .relaxed) else { return !isAway }
        defer { isLookedFor.store(false, ordering: .relaxed) }
        try await look()
        return true
    }

    private func keep(_ print: FinishedPrint) async throws {
        let rendition = print.rendition
        guard try await !bucket.has(rendition.name) else { return }
        try await bucket.put(
            Array(try Data(contentsOf: print.file)), as: rendition.name, type: rendition.format.mediaType)
    }

    /// Takes note of how it went, and says what went wrong in a sentence.
    private func telling<T>(_ work: () async throws -> T) async throws -> T {
        do {
            let result = try await work()
            wentAway.store(false, ordering: .relaxed)
            return result
        } catch let fault as BucketFault {
            wentAway.store(true, ordering: .relaxed)
            throw ShelfFault(fault)
        }
    }
}

extension ShelfFault {
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
