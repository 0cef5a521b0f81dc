import Foundation
import Testing

@testable import Web

@Suite("Icons and the manifest", .timeLimit(.minutes(5)))
struct IconTests {
    @Test("Every icon that a page or the manifest names is a picture of that size")
    func icons() async throws {
        var reader = TestBrowser(try await TestSite())
        let front = await reader.get("/").text
        let favicon = await reader.get("/favicon.ico")
        #expect(front.contains("<link rel=\"icon\" href=\"/favicon.ico\" sizes=\"32x32\">"))
        #expect(favicon.status == 200 && favicon["Content-Type"] == "image/x-icon")
        #expect(favicon.bytes.starts(with: [0, 0, 1, 0, 1, 0, 32, 32]))

        #expect(front.contains("<link rel=\"manifest\" href=\"/manifest.webmanifest\">"))
        let manifest = await reader.get("/manifest.webmanifest")
        #expect(manifest["Content-Type"] == "application/manifest+json")
        let content = try JSONDecoder().decode(Manifest.self, from: Data(manifest.bytes))
        #expect(content.name == "Broadsheet" && content.start_url == "/" && content.lang == "en")
        #expect(content.icons.map(\.sizes) == ["180x180", "512x512"])
        for icon in content.icons {
            let picture = await reader.get(icon.src)
            #expect(picture["Content-Type"] == "image/png")
            // The width and height of a PNG (W3C PNG, section 11.2.1).
            let side = picture.bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
            #expect("\(side)x\(side)" == icon.sizes && picture.bytes[16..<20] == picture.bytes[20..<24])
        }
        #expect(front.contains("<link rel=\"apple-touch-icon\" href=\"\(content.icons[0].src)\">"))
        let story = await reader.get(TestStories.bridgePath).text
        let logo = "\"logo\":{\"@type\":\"ImageObject\",\"url\":\"http://news.example\(content.icons[1].src)\""
        #expect(story.contains(logo))
    }

    private struct Manifest: Decodable {
        struct Icon: Decodable {
            let src: String
            let sizes: String
        }

        let name: String
        let lang: String
        let start_url: String
        let icons: [Icon]
    }
}
