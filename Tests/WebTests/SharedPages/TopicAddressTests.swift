import Database
import Newsroom
import PageCache
import Storage
import Testing

@testable import Web

@Suite("Addresses of topics", .timeLimit(.minutes(5)))
struct TopicAddressTests {
    @Test("An earlier address redirects to the topic's own, at the same place in the list, and is not cached")
    func moved() async throws {
        let newspaper = try await TestSite()
        try await newspaper.writeFromElsewhere { tx in
            try tx.run("INSERT INTO topics (slug, name) VALUES ('c', 'C++')")
            _ = try tx.publish(.test("four", "Four", topics: [Topic(name: "C++")]), opening: "")
            _ = try tx.publish(.test("five", "Five", topics: [Topic(name: "C#")]), opening: "")
        }
        var reader = TestBrowser(newspaper)
        let pages = newspaper.site.store.size.pages
        for (path, location) in [
            ("/topics/c", "/topics/c-plus-plus"), ("/topics/%63?x=//evil.example", "/topics/c-plus-plus"),
            ("/topics/c?after=1-1", "/topics/c-plus-plus?after=1-1"),
        ] {
            let reply = await reader.get(path)
            #expect(reply.status == 308 && reply.location == location, "\(path)")
        }
        #expect(newspaper.site.store.size.pages == pages)
        #expect(await reader.get("/topics/c?after=x").status == 404)
        let topic = await reader.get("/topics/c-plus-plus")
        #expect(topic.status == 200 && topic.text.contains("Four") && !topic.text.contains("Five"))
        #expect(newspaper.site.store.peek("/topics/c-plus-plus") != nil)
        let other = await reader.get("/topics/c-sharp")
        #expect(other.status == 200 && other.text.contains("Five") && !other.text.contains("Four"))
    }
}
