import HTTPTypes
import Testing

@testable import Web

@Suite("Pictures from a remote picture store", .timeLimit(.minutes(5)))
struct PictureTests {
    private static let path = "/pictures/\(TestStories.rendition)"
    private static let other = "/pictures/ffffffffffffffffffff-320.jpg"

    @Test("A cached picture is not fetched again")
    func kept() async throws {
        let pictureStore = TestPictureStore()
        var reader = TestBrowser(try await TestSite(pictureStore: pictureStore))
        let first = await reader.get(Self.path)
        #expect(first.status == 200 && first["Cache-Control"] == "public, max-age=31536000, immutable")
        reader.headers["If-None-Match"] = first.eTag
        #expect(await reader.get(Self.path).status == 304)
        reader.headers = [:]
        #expect(await reader.send(.head, Self.path).status == 200)
        pictureStore.isAway = true
        #expect(await reader.get(Self.path).bytes == first.bytes)
        #expect(pictureStore.count == 1)
    }

    @Test("A missing picture gets 404, and its name is not looked up in the store")
    func missing() async throws {
        let pictureStore = TestPictureStore()
        var reader = TestBrowser(try await TestSite(pictureStore: pictureStore))
        #expect(await reader.get(Self.other).status == 404)
        #expect(await reader.get("/pictures/secret.key").status == 404)
        #expect(pictureStore.count == 0)
    }

    @Test(
        "While the store is unavailable, pictures get 503, the log has the error, and pages are shown"
    )
    func away() async throws {
        let pictureStore = TestPictureStore(isAway: true)
        let newspaper = try await TestSite(pictureStore: pictureStore)
        var reader = TestBrowser(newspaper)
        let reply = await reader.get(Self.path)
        #expect(
            reply.status == 503 && reply["Retry-After"] == "5" && reply["Cache-Control"] == "no-store")
        #expect(
            reply.text.contains("cannot reach the newspaper")
                && !reply.text.contains("127.0.0.1"))
        #expect(
            newspaper.log.lines.contains { $0.hasPrefix("error picture store unavailable") && $0.contains("127.0.0.1") }
        )
        #expect(await reader.get(TestStories.bridgePath).status == 200)
        let ready = await reader.get("/ready")
        #expect(ready.status == 200 && ready.text == "ready, but pictures are unavailable\n")
        pictureStore.isAway = false
        #expect(await reader.get(Self.path).status == 200)
        #expect(await reader.get("/ready").text == "ready\n")
    }
}
