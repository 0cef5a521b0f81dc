import Foundation
import Newsroom
import Testing

@testable import Web

@Suite("Files and paths", .timeLimit(.minutes(5)))
struct FilePathTests {
    static let traversals = [
        "..", ".", "%2e%2e", "..%2f..%2fetc%2fpasswd", "%2e%2e%2f%2e%2e%2fbroadsheet.sqlite", "..%5c..%5cx", "%5c",
        "\\", "..\\..",
        "%00", "a%00.jpg", "%2F", "%252e%252e", "%c0%ae%c0%ae", "%ff", "%", "%2", "%zz", "~root", "-", "%0d%0a",
        "secret.key",
        "../secret.key", "0123456789abcdef0123-320.jpg%00", "0123456789abcdef0123-320.jpg%2f..",
        "0123456789ABCDEF0123-320.jpg",
        "0123456789abcdef0123-0320.jpg", "0123456789abcdef0123-320.svg", "0123456789abcdef0123-321.jpg", "%E2%80%AE",
        "1%20", "+1", "01",
        "1e0", "0x1", "9223372036854775808", "१", String(repeating: "9", count: 4_000),
        String(repeating: "%2e%2e%2f", count: 500),
    ]

    @Test(
        "No value in a path reaches other files or reveals where files are",
        arguments: [
            "/pictures/{}", "/assets/{}", "/reports/{}", "/topics/{}", "/stories/{}/x",
            "/stories/1/a-bridge-opens/pictures/{}",
            "/stories/1/a-bridge-opens/versions/{}", "/stories/1/a-bridge-opens/comments/{}", "/comments/{}/report",
            "/comments/{}/edit",
        ])
    func traversal(place: String) async throws {
        var reader = TestBrowser(try await TestSite())
        for value in Self.traversals {
            let path = place.replacing("{}", with: value)
            let reply = await reader.get(path)
            #expect([400, 403, 404].contains(reply.status), "\(path) gives \(reply.status)")
            expectNoPath(reply)
        }
    }

    @Test("Any slug redirects to the story's own address")
    func slug() async throws {
        var reader = TestBrowser(try await TestSite())
        for value in Self.traversals {
            let reply = await reader.get("/stories/1/\(value)")
            if reply.status == 308 {
                #expect(reply.location == TestStories.bridgePath)
            } else {
                #expect(reply.status == 404, "\(value)")
            }
            expectNoPath(reply)
        }
    }

    @Test("No value in a path of the desk reaches other files", arguments: ["/desk/cases/{}", "/desk/stories/{}"])
    func desk(place: String) async throws {
        var editor = TestBrowser(try await TestSite(), as: .editor)
        for value in Self.traversals {
            let reply = await editor.get(place.replacing("{}", with: value))
            #expect(reply.status == 404, "\(value)")
            expectNoPath(reply)
        }
    }

    @Test("A picture is served with its type in a sandbox")
    func picture() async throws {
        var reader = TestBrowser(try await TestSite())
        let reply = await reader.get("/pictures/\(TestStories.rendition)")
        #expect(reply.status == 200)
        #expect(reply["Content-Type"] == "image/jpeg")
        #expect(reply["X-Content-Type-Options"] == "nosniff")
        #expect(reply["Content-Security-Policy"]?.contains("sandbox") == true)
        #expect(reply["Cache-Control"] == "public, max-age=31536000, immutable")
        #expect(reply.bytes == [0xFF, 0xD8, 0xFF, 0xD9])
    }

    @Test("A stray file in the picture folder is not served")
    func stray() async throws {
        var reader = TestBrowser(try await TestSite())
        for name in ["evil.html", "evil.svg", "0123456789abcdef0123-320.html", ".0123456789abcdef0123-320.jpg"] {
            try Data("<script>".utf8).write(to: TestStories.pictures.appending(path: name))
            #expect(await reader.get("/pictures/\(name)").status == 404)
        }
    }

    private func expectNoPath(_ reply: Reply) {
        for telling in [
            TestStories.pictures.path, "broadsheet-test", "/tmp", "/root", "sqlite", "NSCocoa", "Error Domain",
        ] {
            #expect(!reply.text.contains(telling), "the response contains \(telling)")
        }
    }
}
