import Storage
import Testing

@testable import Web

@Suite("Addresses of stories whose headline changes", .timeLimit(.minutes(5)))
struct ChangedHeadlineTests {
    @Test("Every earlier address redirects once, also when a headline returns; feeds and comments keep their entries")
    func redirecting() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let comment = await reader.commentNumber("A word.")
        let (old, new) = ("/stories/1/a-bridge-opens", "/stories/1/a-bridge-is-long")
        func identifiers() async -> [Substring] {
            await TestBrowser(newspaper).followed("/feed.xml").text.split(separator: "\n").filter {
                $0.contains("<id>")
            }
        }
        let before = await identifiers()
        for (version, (headline, now, then)) in [("A bridge is long", new, old), ("A bridge opens", old, new)]
            .enumerated()
        {
            // Both addresses may be cached.
            for path in [old, new] { _ = await reader.get(path) }
            try await newspaper.writeFromElsewhere { tx in
                _ = try tx.publish(.test("one", headline, version: 3 + version), opening: "It began.")
            }
            #expect(await reader.get(now).status == 200)
            for rest in ["", "/comments/\(comment)", "/versions"] {
                let reply = await reader.get(then + rest)
                #expect(reply.status == 308 && reply.location == now + rest, "\(then + rest)")
                #expect(reply["Cache-Control"] == "no-store")
            }
            #expect(await reader.get("\(now)/comments/\(comment)").status == 200)
            #expect(await identifiers() == before)
        }
    }
}
