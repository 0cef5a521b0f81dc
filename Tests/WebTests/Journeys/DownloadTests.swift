import Database
import Foundation
import HTTPServer
import Newsroom
import Operations
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("Downloading one's own data", .timeLimit(.minutes(5)))
struct DownloadTests {
    private static let archive = "/account/download/archive"

    @Test("A reader orders the data, waits, and fetches an archive", arguments: TestedEngine.allCases)
    func journey(_ engine: TestedEngine) async throws {
        let newspaper = try await TestSite(on: engine)
        var reader = TestBrowser(newspaper, as: .reader)
        _ = await reader.comment("A word of hers.")
        #expect(await reader.get("/account").text.contains("href=\"/account/download\""))
        #expect(await reader.get("/account/download").text.contains(">Collect my data</button>"))
        #expect(await reader.get(Self.archive).status == 404)
        let ordered = await reader.post("/account/download", [:])
        #expect(ordered.status == 303 && ordered.location == "/account/download")
        let waiting = await reader.follow(ordered).text
        #expect(waiting.contains("We are collecting your data.") && waiting.contains(">Look again</a>"))
        #expect(await reader.get(Self.archive).status == 404)
        try await newspaper.work()
        let ready = await reader.get("/account/download").text
        #expect(ready.contains("Your data is ready") && ready.contains("href=\"\(Self.archive)\""))
        let answer = await reader.get(Self.archive)
        #expect(answer.status == 200 && answer["Content-Type"] == "application/zip")
        #expect(answer["Content-Disposition"] == "attachment; filename=\"your-data.zip\"")
        #expect(answer["Cache-Control"] == "no-store" && answer.response.stream != nil)
        let bytes = try await newspaper.archive(as: reader)
        #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) && bytes.count > 1_000)
    }

    @Test("Nobody else can fetch it: another reader, staff, a visitor, or the reader after signing out")
    func others() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        #expect(await reader.post("/account/download", [:]).status == 303)
        try await newspaper.work()
        var other = try await newspaper.otherReader()
        #expect(await other.get(Self.archive).status == 404)
        #expect(await !other.get("/account/download").text.contains("ready"))
        for role in [Role.moderator, .editor, .admin, .reporter] {
            var staff = TestBrowser(newspaper, as: role)
            #expect(await staff.get(Self.archive).status == 404)
        }
        var visitor = TestBrowser(newspaper)
        #expect(await visitor.get(Self.archive).location?.hasPrefix("/sign-in") == true)
        #expect(await reader.get(Self.archive).status == 200)
        #expect(await reader.post("/sign-out", [:]).status == 303)
        #expect(await reader.get(Self.archive).status == 303)
    }

    @Test("It can be ordered once an hour, and it is gone after 7 days")
    func times() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper, as: .reader)
        #expect(await reader.post("/account/download", [:]).status == 303)
        newspaper.clock.advance(3_599)
        let early = await reader.post("/account/download", [:])
        #expect(early.status == 429 && early["Retry-After"] == "1")
        #expect(early.text.contains("You can order your data once an hour."))
        newspaper.clock.advance(1)
        #expect(await reader.post("/account/download", [:]).status == 303)
        try await newspaper.work()
        newspaper.clock.advance(7 * 86_400 - 1)
        var late = try await newspaper.readerBrowser("late")
        #expect(await late.get(Self.archive).status == 200)
        newspaper.clock.advance(1)
        #expect(await late.get(Self.archive).status == 404)
        try await newspaper.work()
        let left: Int? = try await newspaper.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM download_parts")
        }
        #expect(left == 0)
    }

    @Test("Staff download theirs; the archive of a person with many comments is made in several steps")
    func staff() async throws {
        let newspaper = try await TestSite()
        var editor = TestBrowser(newspaper, as: .editor)
        try await newspaper.database.write { tx in
            let staff = try tx.member(email: "editor@example.org")
            for number in 0..<1_100 {
                try tx.run(
                    """
                    INSERT INTO comments (story_id, name, name_key, text, state, is_listed, story_version, created_at, source,
                        person_id) VALUES (1, 'E', 'e', $1, 'published', 1, 1, $2, '', $3)
                    """, "Word \(number)", Date.noon, staff.id)
            }
        }
        #expect(await editor.post("/account/download", [:]).status == 303)
        try await newspaper.work()
        #expect(await editor.get(Self.archive).status == 200)
        let parts: Int? = try await newspaper.database.read { tx in
            try tx.value("SELECT COUNT(*) FROM download_parts WHERE file = 'comments'")
        }
        #expect(parts == 3)
    }
}

extension TestSite {
    /// The archive of the person who is signed in in a browser.
    fileprivate func archive(as browser: TestBrowser) async throws -> [UInt8] {
        let token = browser.cookies[Cookie.session.name(isSecure: false)] ?? ""
        let now = clock.now
        let session = try await database.read { tx in try tx.session(tokenHash: Keys.hash(token), now: now) }
        let (actor, bytes) = (try #require(session).actor, CollectedBytes())
        try await site.newspaper.writeDownload(as: actor, readme: "Read me.") { part in
            bytes.add(part)
        }
        return bytes.all
    }

    fileprivate func otherReader() async throws -> TestBrowser {
        let now = clock.now
        try await database.write { tx in
            let reader = try tx.addReader(
                email: "other@example.org", name: try AccountName.accept("Other Person"), now: now)
            try tx.begin(
                NewSession(tokenHash: Keys.hash("other"), now: now, expiresAt: now.addingTimeInterval(3_600)),
                of: reader.id)
        }
        var browser = TestBrowser(self)
        browser.cookies[Cookie.session.name(isSecure: false)] = "other"
        return browser
    }
}

/// The parts of an archive as they come.
private final class CollectedBytes: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var all: [UInt8] { bytes.withLock { $0 } }

    func add(_ part: [UInt8]) { bytes.withLock { $0 += part } }
}
