import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Upgrades from every schema", .timeLimit(.minutes(5)))
struct UpgradeTests {
    private struct PowerFailure: Error {}

    @Test(
        "A newspaper of each earlier schema is complete and works after the upgrade",
        arguments: TestedEngine.allCases, 1..<Migrations.latest)
    func upgrade(_ engine: TestedEngine, from step: Int) async throws {
        let database = try await engine.open()
        try await EarlierRows.fill(database, upTo: step)
        try await Migrations.run(on: database)
        try await expectWhole(database, from: step)
        await database.close()
    }

    @Test(
        "An upgrade that ends inside any step leaves the database at the step before, and continues from there",
        arguments: TestedEngine.allCases)
    func interrupted(_ engine: TestedEngine) async throws {
        let first = 4
        let database = try await engine.open()
        try await EarlierRows.fill(database, upTo: first)
        for step in first..<Migrations.latest {
            await #expect(throws: PowerFailure.self) {
                try await database.write { tx in
                    try tx.take(step: step)
                    throw PowerFailure()
                }
            }
            #expect(try await lastStep(of: database) == step)
            try await database.write { tx in try tx.take(step: step) }
        }
        try await Migrations.run(on: database)
        try await expectWhole(database, from: first)
        await database.close()
    }

    @Test(
        "A connection that PostgreSQL ends inside a step takes the step back",
        .enabled(if: TestPostgreSQL.isHere, "needs PostgreSQL: apt-get install postgresql"))
    func terminated() async throws {
        let programs = try await TestedEngine.postgreSQL.open(programs: 2)
        let first = 20
        try await EarlierRows.fill(programs[0], upTo: first)
        for step in first..<Migrations.latest {
            await #expect(throws: (any Error).self) {
                try await programs[1].write { tx in
                    try tx.take(step: step)
                    _ = try tx.exists("SELECT pg_terminate_backend(pg_backend_pid())")
                }
            }
            #expect(try await lastStep(of: programs[0]) == step)
            try await programs[0].write { tx in try tx.take(step: step) }
        }
        try await expectWhole(programs[0], from: first)
        for database in programs { await database.close() }
    }

    private func lastStep(of database: Database) async throws -> Int? {
        try await database.read { tx in try tx.value("SELECT MAX(number) FROM migrations") }
    }

    /// Checks what earlier versions stored by `step`, and that people can go on reading, commenting and ruling.
    private func expectWhole(_ database: Database, from step: Int) async throws {
        let (faults, brokenEntry) = try await database.read { tx in (try tx.countFaults(), try tx.firstBrokenLogEntry())
        }
        #expect(step < 3 || faults == [])
        #expect(brokenEntry == nil)
        #expect(try await database.integrityFaults() == [])
        let stories = try await database.read { tx in try tx.latestStories(limit: 10).elements }
        #expect(stories.map(\.headline.sent) == ["A bridge opens"])
        let pictures = try await database.read { tx in
            let story = Story.ID(1)
            let galleries = [try tx.gallery(of: story)] + (try (1...2).map { try tx.gallery(of: story, version: $0) })
            return galleries.map { $0.pictures.map(\.id) }
        }
        #expect(Set(pictures).count == 1)
        let staff = try await database.write { tx in
            try tx.staff(email: "desk@example.org")?.staff
                ?? tx.addStaff(
                    email: "desk@example.org", name: "The desk", role: .moderator, passwordHash: "-", now: .noon)
        }
        let newsroom = TestNewsroom(database: database, story: try #require(stories.first?.id), moderator: staff)
        if step >= 3 {
            let threads = try await newsroom.threads().elements
            #expect(threads.map { $0.entries.map(\.comment.text) } == [["First.", "A reply."]])
        }
        if step >= 4 { #expect(try await newsroom.cases().map(\.comment.text).sorted() == ["First.", "Waiting."]) }
        if step >= 17 {
            let draft = try await database.read { tx in try tx.draft(Draft.ID(1)) }
            #expect(draft?.content.headline == "A tunnel" && draft?.content.body == "It is dark.")
        }
        try await expectWorking(newsroom)
    }

    private func expectWorking(_ newsroom: TestNewsroom) async throws {
        let comment = try await newsroom.post("After the upgrade.")
        try await newsroom.report(comment, source: "somebody")
        let deskCase = try #require(try await newsroom.cases().first { $0.comment.id == comment.id })
        _ = try await newsroom.rule(.uphold, deskCase.id)
        #expect(try await newsroom.comment(comment.id).state == .removed(clause: "abuse"))
    }
}
