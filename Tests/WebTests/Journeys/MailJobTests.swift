import Database
import Foundation
import Newsroom
import Operations
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Web

/// A relay that does what a test says, and records the mails.
final class TestRelay: Sendable {
    struct Down: Error, CustomStringConvertible { let description = "the relay says 451 4.7.1 later" }

    private let mails = Mutex<[StoredMail]>([])
    private let answer = Mutex<Result<MailFate, Down>>(.success(.sent(reply: "250 ok")))

    var taken: [StoredMail] { mails.withLock { $0 } }

    func answers(_ result: Result<MailFate, Down>) { answer.withLock { $0 = result } }

    func deliver(_ mail: StoredMail) throws -> MailFate {
        mails.withLock { $0.append(mail) }
        return try answer.withLock { $0 }.get()
    }
}

@Suite("Jobs that send mail", .timeLimit(.minutes(5)))
struct MailJobTests {
    private let relay = TestRelay()

    private func site() async throws -> TestSite {
        try await TestSite(mailRelay: relay) { $0.monitoring.metricsToken = MetricsTests.token }
    }

    private func send(
        _ address: String, on newspaper: TestSite, kind: Mail.Kind = .notification, expiresIn seconds: Double? = nil
    ) async throws {
        let now = newspaper.clock.now
        let content = Mail.Content(subject: "S", parts: [.paragraph("P")])
        let mail = Mail(
            to: address, language: .english, kind: kind, content: content,
            expiresAt: seconds.map(now.addingTimeInterval))
        try await newspaper.database.write { tx in _ = try tx.send(mail, now: now) }
    }

    private func work(_ newspaper: TestSite) async throws {
        _ = try await newspaper.site.newspaper.performJobs(in: .mail)
    }

    private func expectCounts(_ counts: [String: Int], on newspaper: TestSite) async {
        let text = await MetricsTests.metrics(newspaper)
        for outcome in MailReport.Outcome.allCases {
            let line = "broadsheet_mails_total{outcome=\"\(outcome.rawValue)\"} \(counts[outcome.rawValue] ?? 0)"
            #expect(text.contains("\n\(line)\n"), "\(line)")
        }
    }

    private func jobs(_ newspaper: TestSite) async throws -> [Job] {
        try await newspaper.site.newspaper.jobs(as: .system).jobs
    }

    @Test("Each mail is handed over once, in order, and forgotten")
    func sent() async throws {
        let newspaper = try await site()
        for name in ["a", "b", "c"] { try await send("\(name)@example.org", on: newspaper) }
        async let one: Void = work(newspaper)
        async let two: Void = work(newspaper)
        _ = try await (one, two)
        #expect(Set(relay.taken.map(\.mail.to)) == ["a@example.org", "b@example.org", "c@example.org"])
        #expect(relay.taken.count == 3)
        #expect(try await jobs(newspaper) == [])
        let left = try await newspaper.database.read { tx in try relay.taken.compactMap { try tx.storedMail($0.id) } }
        #expect(left == [])
        await expectCounts(["sent": 3], on: newspaper)
    }

    @Test("A mail that the relay takes later is tried again, with the same identifier, and its job says why")
    func later() async throws {
        let newspaper = try await site()
        relay.answers(.failure(.init()))
        try await send("a@example.org", on: newspaper)
        try await work(newspaper)
        #expect(try await jobs(newspaper).map(\.failure) == ["the relay says 451 4.7.1 later"])
        relay.answers(.success(.written(file: "a")))
        try await work(newspaper)
        #expect(relay.taken.count == 1)
        newspaper.clock.advance(2)
        try await work(newspaper)
        #expect(relay.taken.count == 2 && Set(relay.taken.map(\.identifier)).count == 1)
        #expect(try await jobs(newspaper) == [])
        await expectCounts(["failed": 1, "written": 1], on: newspaper)
    }

    @Test("A refused address gets no more mail until it is allowed; no job fails")
    func refused() async throws {
        let newspaper = try await site()
        relay.answers(.success(.refused(MailRefusal(code: 550, reason: "no such user"))))
        try await send("a@example.org", on: newspaper)
        try await work(newspaper)
        relay.answers(.success(.sent(reply: "250")))
        for address in ["A@example.org", "b@example.org"] { try await send(address, on: newspaper) }
        try await work(newspaper)
        #expect(relay.taken.map(\.mail.to) == ["a@example.org", "b@example.org"])
        #expect(try await jobs(newspaper) == [])
        let known = try await newspaper.database.read { tx in try tx.mailRefusal(of: "a@example.org") }
        #expect(known?.refusal.code == 550)
        #expect(newspaper.log.lines.contains { $0.contains("mail refused") && $0.contains("no such user") })
        #expect(!newspaper.log.lines.contains { $0.contains("a@example.org") })
        #expect(try await newspaper.site.newspaper.allowMail(to: ["A@example.org", "c@example.org"]) == 1)
        try await send("a@example.org", on: newspaper)
        try await work(newspaper)
        #expect(relay.taken.count == 3)
        await expectCounts(["refused": 1, "dropped": 1, "sent": 2], on: newspaper)
    }

    @Test("A mail to sign in is tried again a day after a refusal, and ends the refusal if it is sent")
    func again() async throws {
        let newspaper = try await site()
        relay.answers(.success(.refused(MailRefusal(code: 550, reason: "no such user"))))
        try await send("a@example.org", on: newspaper)
        try await work(newspaper)
        relay.answers(.success(.sent(reply: "250")))
        newspaper.clock.advance(86_399)
        try await send("a@example.org", on: newspaper, kind: .signIn)
        try await work(newspaper)
        #expect(relay.taken.count == 1)
        newspaper.clock.advance(1)
        for kind in [Mail.Kind.notification, .signIn, .notification] {
            try await send("a@example.org", on: newspaper, kind: kind)
            try await work(newspaper)
        }
        #expect(relay.taken.map(\.mail.kind) == [.notification, .signIn, .notification])
        #expect(try await newspaper.database.read { tx in try tx.mailRefusal(of: "a@example.org") } == nil)
    }

    @Test("A mail that has expired is not sent, and its job is done")
    func expired() async throws {
        let newspaper = try await site()
        try await send("a@example.org", on: newspaper, expiresIn: 900)
        newspaper.clock.advance(900)
        try await work(newspaper)
        #expect(relay.taken.isEmpty)
        #expect(try await jobs(newspaper) == [])
        await expectCounts(["expired": 1], on: newspaper)
    }

    @Test("A process without a relay or an outbox leaves mails to others")
    func another() async throws {
        let newspaper = try await site()
        try await send("a@example.org", on: newspaper)
        #expect(try await newspaper.another().newspaper.performJobs(in: .mail) == [])
        #expect(try await jobs(newspaper).map(\.state) == [.waiting])
    }

    @Test("Without a relay, the desk tells admins, and nobody else")
    func desk() async throws {
        let newspaper = try await TestSite()
        for (role, isTold) in [(Role.admin, true), (.editor, false), (.moderator, false)] {
            var browser = TestBrowser(newspaper, as: role)
            #expect(await browser.get("/desk").text.contains("No mail relay is set") == isTold)
        }
        let other = try await TestSite { $0.mail.relay = RelayAddress("smtp://localhost") }
        var admin = TestBrowser(other, as: .admin)
        #expect(await admin.get("/desk").text.contains("No mail relay is set") == false)
    }
}
