import Database
import Newsroom
import Operations
import PageCache
import Storage
import Testing

@testable import Web

@Suite("Reloading of settings", .timeLimit(.minutes(5)))
struct ReloadTests {
    /// Takes over the site's own settings with a change.
    private func adopt(on newspaper: TestSite, _ change: (inout Settings) -> Void) async {
        var settings = newspaper.site.settings
        change(&settings)
        await newspaper.site.adopt(settings)
    }

    private func house(named name: String, like house: House) -> House {
        House(name: name, tagline: house.tagline, timeZone: house.timeZone, disclaimer: house.disclaimer)
    }

    @Test("Cached pages show a new name at once, and keep their navigation")
    func name() async throws {
        let newspaper = try await TestSite()
        var reader = TestBrowser(newspaper)
        let paths = ["/", TestStories.bridgePath, "/policy"]
        var navigation: [Bool] = []
        for path in paths {
            let page = await reader.get(path).text
            #expect(page.contains("Broadsheet</title>"))
            navigation.append(page.contains("href=\"/topics/"))
        }
        await adopt(on: newspaper) { $0.house = house(named: "The Evening Post", like: $0.house) }
        for (path, hasTopics) in zip(paths, navigation) {
            let page = await reader.get(path).text
            #expect(page.contains("The Evening Post</title>") && !page.contains("Broadsheet</title>"))
            #expect(page.contains("href=\"/topics/") == hasTopics)
        }
    }

    @Test("A page whose rendering began before the reload is not cached after it")
    func inFlight() async throws {
        let newspaper = try await TestSite()
        let store = newspaper.site.store
        let before = store.latestChange
        await adopt(on: newspaper) { $0.house = house(named: "Another", like: $0.house) }
        #expect(store.latestChange > before)
        #expect(try await newspaper.database.read { tx in try tx.latestChange() } == store.latestChange)
    }

    @Test("New limits and rules apply to the next request")
    func limits() async throws {
        let newspaper = try await TestSite { $0.commentsPerMinute = 1 }
        var reader = TestBrowser(newspaper)
        #expect(await reader.comment("One.").status == 303)
        #expect(await reader.comment("Two.").status == 429)
        await adopt(on: newspaper) { $0.commentsPerMinute = 5 }
        #expect(await reader.comment("Two.").status == 303)
        await adopt(on: newspaper) { $0.closing = ClosingRule(days: 1) }
        #expect(newspaper.site.newspaper.rules.posting.closing.days == 1)
        await adopt(on: newspaper) { $0.listenerLimits = ListenerLimits(perSource: 0, all: 10) }
        #expect(throws: Refusal.self) { try newspaper.site.listeners.seat(for: "one") }
    }
}
