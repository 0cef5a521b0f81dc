import Archive
import Database
import Foundation
package import Newsroom
import Storage

/// The archive of everything that is stored about a person.
extension Newspaper {
    /// Takes the next bytes of an archive.
    package typealias ArchiveSink = @Sendable (_ bytes: [UInt8]) async throws -> Void
    private typealias Parts = @Sendable (_ file: PersonalFile, _ after: PageKey?) async throws -> PersonalPart

    /// Orders the archive of a person, which a job makes. Refuses with `tooSoon` a second order within an
    /// hour.
    package func orderDownload(as actor: Actor) async throws {
        let person = try actor.requirePerson()
        let now = clock.now
        try await database.write { tx in try tx.orderDownload(of: person, now: now) }
    }

    /// The archive that a person has ordered last; `nil` if there is none.
    package func download(as actor: Actor) async throws -> Download? {
        let person = try actor.requirePerson()
        let now = clock.now
        return try await database.read { tx in try tx.download(of: person, now: now) }
    }

    /// Writes the archive of a person, which must be ready, as a ZIP archive. Only one part of it is in
    /// memory at a time.
    package func writeDownload(as actor: Actor, readme: String, to sink: ArchiveSink) async throws {
        let person = try actor.requirePerson()
        let now = clock.now
        try await write(readme, to: sink) { [database] file, key in
            try await database.read { tx in try tx.downloadPart(file, of: person, after: key, now: now) }
        }
    }

    /// Writes what is stored about a reader now, for an operator. Refuses with `forbidden` anybody else.
    package func export(_ reader: Reader, readme: String, to sink: ArchiveSink, as actor: Actor) async throws {
        try actor.require(.administer)
        try await write(readme, to: sink) { [database] file, key in
            try await database.read { tx in try tx.personalPart(file, of: reader.id, after: key) }
        }
    }

    private func write(_ readme: String, to sink: ArchiveSink, _ parts: Parts) async throws {
        let archive = ZipWriter(madeAt: clock.now)
        try await sink(archive.begin("README.txt") + archive.add(Array(readme.utf8)) + archive.endFile())
        for file in PersonalFile.allCases {
            try await sink(archive.begin(file.name) + archive.add(Array("[\n".utf8)))
            var (key, isFirst): (PageKey?, Bool) = (nil, true)
            repeat {
                let part = try await parts(file, key)
                let comma = isFirst || part.text.isEmpty ? "" : ",\n"
                try await sink(archive.add(Array((comma + part.text).utf8)))
                isFirst = isFirst && part.text.isEmpty
                key = part.next
            } while key != nil
            try await sink(archive.add(Array("\n]\n".utf8)) + archive.endFile())
        }
        try await sink(archive.end())
    }
}
