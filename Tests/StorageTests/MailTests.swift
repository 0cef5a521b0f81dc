import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("Mails in the database", .timeLimit(.minutes(5)))
struct MailTests {
    static func mail(to address: String = "Reader@example.org", expiresAt: Date? = nil) -> Mail {
        Mail(
            to: address, language: Language(tag: "de-AT") ?? .english, kind: .signIn,
            content: Mail.Content(
                subject: "Ein Link 🗞️", parts: [.paragraph("Hallo."), .quotation("Zeile\nZeile")],
                action: SitePath("/account/links/1").map { .init(label: "Anmelden", path: $0) },
                code: Mail.Code("012345"), unsubscribe: SitePath("/unsubscribe/1")), expiresAt: expiresAt)
    }

    private func claim(_ database: Database, at now: Date = .noon, limit: Int = 1) async throws -> [JobAttempt] {
        try await database.write { tx in try tx.claimJobs(in: .mail, limit: limit, now: now) }
    }

    @Test("A mail and its job are stored together, and the mail comes back whole", arguments: TestedEngine.allCases)
    func stored(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        let mail = Self.mail(expiresAt: .noon.later(900))
        let ids = try await database.write { tx in try [mail, mail].map { try tx.send($0, now: .noon) } }
        await #expect(throws: CancellationError.self) {
            try await database.write { tx in
                try tx.send(mail, now: .noon)
                throw CancellationError()
            }
        }
        let stored = try await database.read { tx in try ids.compactMap { try tx.storedMail($0) } }
        #expect(stored.map(\.mail) == [mail, mail] && stored.map(\.createdAt) == [.noon, .noon])
        #expect(stored[0].identifier != stored[1].identifier && stored[0].identifier.count == 32)
        #expect(mail.isExpired(at: .noon.later(900)) && !mail.isExpired(at: .noon.later(899)))
        #expect(try await claim(database, limit: 9).map(\.subject) == ids.map(\.description))
        try await database.write { tx in
            try tx.dropMail(ids[0])
            try tx.dropMails(to: "Reader@example.org")
        }
        #expect(try await database.read { tx in try tx.storedMail(ids[1]) } == nil)
    }

    @Test("Mails have a lane of their own, a long lease and two days of patience", arguments: TestedEngine.allCases)
    func lane(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        try await database.write { tx in
            try tx.send(Self.mail(), now: .noon)
            try tx.enqueue(JobOrder(.deletePictureFiles, dueAt: .noon), now: .noon)
        }
        let others = try await database.write { tx in try tx.claimJobs(in: .network, limit: 9, now: .noon) }
        #expect(others.map(\.kind) == [.deletePictureFiles])
        #expect(try await claim(database).map(\.kind) == [.sendMail])
        #expect(try await claim(database, at: .noon.later(119)) == [])
        var (attempt, now) = (try #require(try await claim(database, at: .noon.later(121)).first), Date.noon.later(121))
        var tries = 1
        while let next = try await database.write({ [attempt, now] tx in
            try tx.fail(attempt, "-", now: now, jitter: 0.5)
        }) {
            now = next
            attempt = try #require(try await claim(database, at: now).first)
            tries += 1
        }
        #expect((48 * 3_600 - 900...48 * 3_600 + 900).contains(Int(now.timeIntervalSince(.noon))) && tries > 190)
        // A dropped job takes its mail along.
        try await database.write { [attempt, now] tx in _ = try tx.dropJob(attempt.id, by: "-", now: now) }
        #expect(try await database.read { tx in try tx.storedMail(Mail.ID(1)) } == nil)
    }

    @Test("A refusal stays until it is forgotten, whatever the capitals", arguments: TestedEngine.allCases)
    func refusals(_ engine: TestedEngine) async throws {
        let database = try await engine.open(prepared: Migrations.run)
        let refusal = MailRefusal(code: 550, reason: "550 5.1.1 no\r\nsuch user")
        func known(_ address: String) async throws -> StoredMailRefusal? {
            try await database.read { tx in try tx.mailRefusal(of: address) }
        }
        #expect(try await known("reader@example.org") == nil)
        try await database.write { tx in
            try tx.refuseMail(to: "Reader@example.org", MailRefusal(code: 0, reason: "-"), now: .noon)
            try tx.refuseMail(to: "reader@Example.org", refusal, now: .noon.later(1))
            try tx.refuseMail(to: "other@example.org", refusal, now: .noon)
        }
        let stored = try await known("READER@example.org")
        #expect(
            stored == StoredMailRefusal(refusal: refusal, at: .noon.later(1))
                && refusal.reason.hasSuffix("no such user"))
        try await database.write { tx in try tx.forgetMailRefusal(of: "READER@example.org") }
        #expect(try await known("reader@example.org") == nil)
        #expect(try await database.write { tx in try tx.forgetAllMailRefusals() } == 1)
        #expect(try await known("other@example.org") == nil)
    }
}
