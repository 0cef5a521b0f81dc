import Database
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

extension NotificationTests {
    @Test("Replies within ten minutes after a mail become one mail at the end of that time")
    func collecting() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let own = try await post("My comment.", by: &reader)
        _ = try await post("The first reply.", answering: own, by: &guest)
        try await work(on: newspaper, after: 21)
        for number in 2...3 {
            _ = try await post("Reply \(number).", answering: own, by: &guest)
            try await work(on: newspaper, after: 200)
        }
        #expect(try await newspaper.mails(to: "reader@example.org").map(\.parts.count) == [2])
        try await work(on: newspaper, after: 201)
        #expect(try await newspaper.mails(to: "reader@example.org").map(\.parts.count) == [2, 4])
    }

    @Test("Mails above the limit for one person wait for an hour")
    func limitOfPerson() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let own = try await post("My comment.", by: &reader)
        _ = try await post("A reply.", answering: own, by: &guest)
        let person = try await newspaper.database.read { tx in
            try #require(try tx.account(email: "reader@example.org")?.actor.person)
        }
        try await exhaust(.notificationMail, "\(person)", AccountRules().notificationMails, on: newspaper)
        try await work(on: newspaper, after: 21)
        #expect(try await newspaper.mails(to: "reader@example.org").isEmpty)
        try await work(on: newspaper, after: 3_601)
        #expect(try await newspaper.mails(to: "reader@example.org").count == 1)
    }

    @Test("Replies from a source that has caused too many mails stay on the site")
    func limitOfCause() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let own = try await post("My comment.", by: &reader)
        let reply = try await post("One of many replies.", answering: own, by: &guest)
        let number = try #require(Comment.ID(path: reply))
        let source = try #require(try await newspaper.database.read { tx in try tx.source(of: number) })
        let limits = AccountRules().notificationMailsOfCause
        try await exhaust(.notificationMailOfCause, source, limits, on: newspaper)
        try await work(on: newspaper, after: 21)
        try await work(on: newspaper, after: 7_200)
        #expect(try await newspaper.mails(to: "reader@example.org").isEmpty)
        #expect(await reader.get("/account/notifications").text.contains("One of many replies."))
    }

    @Test("Many notifications that wait for a digest hold no other mail back")
    func waiting() async throws {
        let newspaper = try await TestSite()
        var (reader, guest) = (TestBrowser(newspaper, as: .reader), TestBrowser(newspaper))
        let own = try await post("My comment.", by: &reader)
        let now = newspaper.clock.now
        try await newspaper.database.write { tx in
            let person = try #require(try tx.account(email: "reader@example.org")?.actor.person)
            for _ in 0..<60 {
                try tx.run(
                    "INSERT INTO notifications (person_id, kind, story_id, at) VALUES ($1, 'topic', 1, $2)", person, now
                )
            }
        }
        _ = try await post("A reply.", answering: own, by: &guest)
        try await work(on: newspaper, after: 21)
        #expect(try await newspaper.mails(to: "reader@example.org").map(\.parts.count) == [2])
        try await work(on: newspaper, after: 86_400)
        try await work(on: newspaper, after: 601)
        #expect(try await newspaper.mails(to: "reader@example.org").map(\.parts.count) == [2, 50, 10])
    }

    /// Uses up a limit.
    private func exhaust(
        _ kind: Admission, _ source: String, _ limits: [Admission.Limit], on newspaper: TestSite
    ) async throws {
        let now = newspaper.clock.now
        try await newspaper.database.write { tx in
            for _ in 0..<(limits.map(\.count).max() ?? 0) {
                try tx.admit(kind, source: source, limits: limits, now: now)
            }
        }
    }
}
