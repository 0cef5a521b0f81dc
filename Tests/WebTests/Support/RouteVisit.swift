import Crypto
import Database
import Foundation
import HTTPServer
import HTTPTypes
import Newsroom
import Pages
import Storage

@testable import Web

/// A request for one route of the table, on a newspaper that has everything named by the route's path.
struct RouteVisit {
    /// The role of the browser: a visitor without cookies, a reader with an account who has commented, or a staff
    /// member.
    let role: Role
    let route: Route
    let newspaper: TestSite
    var browser: TestBrowser
    /// The path of the route with its segments filled in.
    let path: String

    /// Creates a newspaper with comments, reports, cases, a ruling, a job, an item under an embargo, and a
    /// reporter's draft with a note.
    init(_ route: Route, as role: Role, base: String = TestSite.base) async throws {
        self.route = route
        self.role = role
        newspaper = try await TestSite(base: base) { $0.reportersPublish = true }
        var reader = TestBrowser(newspaper, as: role == .reader ? .reader : .visitor)
        var moderator = TestBrowser(newspaper, as: .moderator)
        let ruled = await reader.commentNumber("A first word.")
        let reported = await reader.commentNumber("A second word.")
        _ = await reader.report(ruled)
        _ = await moderator.rule("dismiss", on: 1)
        let now = newspaper.clock.now
        try await newspaper.database.write { tx in
            try tx.enqueue(JobOrder(.forgetAdmissions, dueAt: now), now: now)
            if route.path.hasPrefix("/desk/proposed") {
                let proposed = ProposedVersion(.test("one", "A word", version: 3), base: nil)
                try tx.hold(HeldItem(proposed, since: now), now: now)
            } else {
                try tx.hold(HeldItem(.test("held", "A word"), until: now.addingTimeInterval(60)), now: now)
            }
            if route.path.hasSuffix("/unpublish") {
                try tx.run("UPDATE stories SET guid = NULL, published_at = $1 WHERE id = 2", now)
            }
            if route.path.hasSuffix("/restore") {
                try tx.withdraw(Story.ID(1), version: 2, reason: "A word.", by: LogEntry.system, now: now)
            }
            if let reporter = try tx.staff(email: "reporter@example.org")?.staff {
                var content = DraftContent()
                (content.headline, content.body) = ("A word", "A word.")
                let draft = try tx.createDraft(content, by: reporter, now: now)
                // The log has only the decisions above.
                try tx.run(
                    "INSERT INTO draft_notes (draft_id, author_id, created_at, text) VALUES ($1, $2, 0, 'A word.')",
                    draft, reporter.id)
                // A picture that no story shows, without texts, from the file that visits upload.
                try tx.run(
                    """
                    INSERT INTO pictures (digest, caption, alternative_text, chain, is_handout, added_at, is_indexed)
                    VALUES ($1, '', '', '', 0, 0, 1)
                    """, Self.fileDigest)
                if route.path.hasPrefix("/desk/redactions") {
                    try tx.run("UPDATE comments SET redacted_at = 1 WHERE id = $1", Int64(ruled) ?? 0)
                    try tx.run(
                        """
                        INSERT INTO redactions (comment_id, staff_id, text_before, made_at)
                        VALUES ($1, $2, 'A first word.', 1)
                        """, Int64(ruled) ?? 0, reporter.id)
                }
                if RouteTable.live.contains(where: { $0.path == route.path }) { try Self.makeLive(tx) }
                if route.path.hasPrefix("/desk/bulk/") {
                    // A colleague's, so that every moderator of a visit may confirm it.
                    let colleague = try tx.addStaff(
                        email: "colleague@example.org", name: "A colleague", role: .moderator, passwordHash: "-",
                        now: now)
                    try tx.run(
                        """
                        INSERT INTO bulk_rulings (staff_id, outcome, clause, cases, created_at, confirmed_at)
                        VALUES ($1, 'remove', 'abuse', '2.0', 0, $2)
                        """, colleague.id, route.path.hasSuffix("/undo") ? now : nil as Date?)
                }
                // Nobody is writing, so that anybody can begin.
                try tx.run(
                    "UPDATE drafts SET leased_to = NULL, state = $1",
                    route.path.hasSuffix("/return") ? "submitted" : "draft")
            }
        }
        if route.path.hasPrefix("/people") || route.path == "/account/muted" {
            _ = try await newspaper.commentOfReader("Reader Two", "A third word.")
        }
        if route.path == "/account/download/archive" { try await newspaper.makeDownloads() }
        var receipt = await reader.report(reported).location ?? ""
        if route.path.hasPrefix("/suggestions/") || route.path.hasPrefix("/desk/corrections") {
            receipt = await reader.post("/stories/1/a-bridge-opens/suggest", ["wrong": "A word."]).location ?? ""
        }
        if route.path.hasSuffix("/reopen"), route.path.hasPrefix("/desk/corrections") {
            // The log has only the decisions above.
            try await newspaper.database.write { tx in try tx.run("UPDATE suggestions SET state = 'dismissed'") }
        }
        try await newspaper.database.write { tx in
            // The log has only the decisions above.
            try tx.run(
                """
                INSERT INTO case_acts (case_id, comment_id, staff_id, kind, created_at)
                SELECT id, comment_id, (SELECT MIN(id) FROM people), 'escalate', 0 FROM cases WHERE id = 2
                """)
        }
        browser = role == .reader ? reader : TestBrowser(newspaper, as: role)
        path = Self.fill(route, comment: reported, receipt: String(receipt.split(separator: "/").last ?? ""))
    }

    /// Makes the first story live, with an entry. The log has no entry about it.
    private static func makeLive(_ tx: Transaction) throws {
        try tx.run("UPDATE stories SET live_since = 0, live_order = 'newest' WHERE id = 1")
        try tx.run(
            """
            INSERT INTO live_entries (story_id, created_at, author_id, author_name, text, token)
            SELECT 1, 0, MIN(id), 'A colleague', 'A word.', 'token' FROM people
            """)
    }

    static func fill(_ route: Route, comment: String, receipt: String) -> String {
        var path = route.path
        let values = [
            "story": route.path.hasSuffix("/unpublish") ? "2" : "1",
            "slug": route.path.hasPrefix("/people") ? "reader-two" : "a-bridge-opens", "person": "6",
            "place": "1", "version": "2", "comment": comment,
            "receipt": receipt, "case": "2", "ruling": "1", "redaction": "1", "job": "1", "draft": "1", "note": "1",
            "act": "1", "bulk": "1", "entry": "1", "suggestion": "1",
            "topic": "bridges", "item": "1", "picture": "2",
            "name": route.path.hasPrefix("/assets") ? assetName : TestStories.rendition,
        ]
        for (name, value) in values { path = path.replacing("{\(name)}", with: value) }
        return path
    }

    /// The version that the route's form shows.
    private var version: Int {
        route.path.hasPrefix("/desk/proposed") ? 3 : route.path.hasSuffix("/unpublish") ? 1 : 2
    }

    /// Sends a request as the route's form would.
    mutating func send(
        _ method: HTTPRequest.Method? = nil, to path: String? = nil, headers: [String: String] = [:]
    ) async -> Reply {
        let method = method ?? (route.method == .get ? .get : .post)
        browser.headers = headers
        guard method != .get, method != .head else { return await browser.send(method, path ?? self.path) }
        guard route.bodyKind != .upload else {
            let body = UploadBody([("picture.jpg", Self.file)]).stream
            return await browser.send(method, path ?? self.path, type: UploadBody.type, .stream(body))
        }
        let form =
            "name=A+reader&text=A+word.&email=editor%40example.org&password=wrong"
            + "&passage=\(route.path.hasSuffix("/suggest") ? "bridge" : "second")&version=\(version)&clause=abuse&outcome=\(route.path == "/desk/bulk" ? "remove" : "uphold")&decision=\(route.path.hasPrefix("/desk/corrections") ? "dismiss" : "close")&headline=A+word&body=A+word."
            + "&withdrawal-reason=A+word.&comments=keep&lease=1&note=A+word.&about=name&case=2&cases=2.0"
            + (route.path.hasSuffix("/suggest") ? "&wrong=A+word." : "")
            + (route.path.hasPrefix("/desk/pictures") ? "&reason=A+word." : "")
            + (route.path.hasSuffix("/coverage") ? "&act=end" : "")
            + (route.path.hasPrefix("/account") ? "&story=1&person=6&page=off" : "")
            + "&revision=\(["/desk/drafts", "/desk/pictures"].contains { route.path.hasPrefix($0) } ? 1 : 0)"
        return await browser.send(
            method, path ?? self.path, type: "application/x-www-form-urlencoded",
            body: route.bodyLimit > 0 ? Array(form.utf8) : [])
    }
}

extension RouteVisit {
    private static let file = Array("A file that the library has.".utf8)
    private static let fileDigest = SHA256.hash(data: file).map { String(format: "%02x", $0) }.joined()

    private static var assetName: String { Assets.stylesheet.name }
}

extension TestSite {
    /// Makes the archive of everybody's data.
    fileprivate func makeDownloads() async throws {
        let now = clock.now
        try await database.write { tx in
            let numbers: [Int64] = try tx.all("SELECT id FROM people") { try $0[0] }
            for person in numbers.map({ Person.ID($0) }) {
                try tx.orderDownload(of: person, now: now)
                while try tx.collectDownload(of: person, now: now) {}
            }
            try tx.run("DELETE FROM jobs WHERE kind = 'make download'")
        }
    }
}

extension Route {
    /// Whether only staff may use it.
    var isForStaff: Bool { !Role.reader.permissions.contains(permission) }
}
