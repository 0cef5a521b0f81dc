import Crypto
import Darkroom
import Database
import Foundation
import HTTPServer
import HTTPTypes
import NIOCore
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Uploading pictures", .timeLimit(.minutes(5)))
struct UploadingTests {
    private static let picture = [("bridge.jpg", TestPicture.jpeg())]

    private static func refused(_ reply: Reply) -> Int {
        reply.text.components(separatedBy: "<li class=\"refused\">").count - 1
    }

    @Test("Nothing of a file is stored for anybody who may not write", arguments: [Role.visitor, .reader, .moderator])
    func strangers(role: Role) async throws {
        let desk = try await PictureDesk()
        var browser = TestBrowser(desk.newspaper, as: role)
        if role == .reader { _ = await browser.commentNumber("A word.") }
        for path in ["/desk/pictures", "/desk/pictures/1/file"] {
            #expect(await browser.upload(Self.picture, to: path).status == 403)
        }
        #expect(try await desk.count() == 0)
        #expect(try !desk.hasWorked && desk.files == [])
    }

    @Test("A form that another site sends is refused before any of it is stored")
    func otherSite() async throws {
        let desk = try await PictureDesk()
        var editor = TestBrowser(desk.newspaper, as: .editor)
        editor.headers = ["Origin": "http://elsewhere.example", "Sec-Fetch-Site": "cross-site"]
        #expect(await editor.upload(Self.picture).status == 403)
        #expect(!desk.hasWorked)
    }

    @Test("Everybody who writes adds pictures, and they are in the library and the log", .needsTools)
    func adding() async throws {
        let desk = try await PictureDesk()
        for role in [Role.reporter, .editor, .admin] {
            var browser = TestBrowser(desk.newspaper, as: role)
            let reply = await browser.upload([
                ("one.jpg", TestPicture.jpeg("\(role) one")), ("two.jpg", TestPicture.jpeg("\(role) two")),
            ])
            #expect(reply.status == 200 && Self.refused(reply) == 0 && reply.text.contains("one.jpg"))
            let list = await browser.get("/desk/pictures")
            #expect(list.status == 200 && list.text.contains("The \(role.rawValue)"))
            _ = try reply.page()
        }
        #expect(try await desk.count() == 6)
        #expect(try await desk.logged("picture.upload").sorted() == ["one.jpg", "two.jpg"].flatMap { [$0, $0, $0] })
        #expect(desk.unfinished == [])
        let faults = try await desk.newspaper.faults()
        #expect(faults == [])
    }

    @Test("Each bad file gets its own sentence, and the good ones go in", .needsTools)
    func badFiles() async throws {
        let desk = try await PictureDesk()
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let bad: [(name: String, bytes: [UInt8], sentence: String)] = [
            ("half.jpg", Array(TestPicture.jpeg("half").prefix(300)), "This picture is damaged"),
            ("empty.jpg", [], "This file is empty"),
            ("drawing.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8), "This is an SVG drawing"),
            ("film.mp4", [0, 0, 0, 24] + Array("ftypmp42".utf8) + [0, 0, 0, 0], "This is a video"),
            ("wide.jpg", TestPicture.jpeg(width: 20_000, height: 20_000), "megapixels"),
            ("text.jpg", Array("words".utf8), "This is not a JPEG"),
        ]
        var files = bad.map { ($0.name, $0.bytes) }
        files.insert(("picture.png", TestPicture.jpeg("a")), at: 0)
        files.insert(("../../<i>\"last\u{202E}.jpg", TestPicture.jpeg("b")), at: 4)
        let reply = await editor.upload(files)
        #expect(reply.status == 200 && Self.refused(reply) == bad.count)
        for file in bad {
            #expect(reply.text.contains(file.name) && reply.text.contains(file.sentence), "\(file.name)")
        }
        #expect(!reply.text.contains("<i>") && !reply.text.contains("\u{202E}"))
        _ = try reply.page()
        #expect(try await desk.count() == 2)
        let all = await editor.upload(bad.map { ($0.name, $0.bytes) })
        #expect(all.status == 422 && Self.refused(all) == bad.count)
        #expect(desk.unfinished == [] && !desk.newspaper.log.lines.contains { $0.contains("incident") })
    }

    @Test("A file that the library has is not added again, not even in the same upload", .needsTools)
    func known() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload("same")
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let reply = await editor.upload([
            ("other name.jpg", TestPicture.jpeg("same")), ("new.jpg", TestPicture.jpeg("new")),
            ("new.jpg", TestPicture.jpeg("new")),
        ])
        #expect(reply.status == 200 && Self.refused(reply) == 0 && reply.text.contains("/desk/pictures/\(id)\""))
        #expect(try await desk.count() == 2)
    }

    @Test("A file whose picture was withdrawn is refused, and none of its files is made again", .needsTools)
    func withdrawn() async throws {
        let desk = try await PictureDesk()
        let id = try await desk.upload()
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let form: KeyValuePairs = ["reason": "A court says so.", "revision": "1"]
        #expect(await editor.post("/desk/pictures/\(id)/withdraw", form).status == 303)
        try await desk.performJobs()
        #expect(try desk.files == [])
        let reply = await editor.upload(Self.picture)
        #expect(reply.status == 422 && reply.text.contains("An editor has withdrawn this picture"))
        let other = try await desk.upload("other")
        let files = try desk.files
        let replaced = await editor.upload(Self.picture, to: "/desk/pictures/\(other)/file")
        #expect(replaced.text.contains("An editor has withdrawn this picture"))
        #expect(try desk.files == files)
    }

    @Test("While the picture store is away or full, each file gets a sentence and no page breaks", .needsTools)
    func storeAway() async throws {
        struct Full: Error { let path = "/var/secret/place" }
        let desk = try await PictureDesk()
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let files = [("one.jpg", TestPicture.jpeg("one")), ("two.jpg", TestPicture.jpeg("two"))]
        desk.store.fail(with: PictureStoreFault(isLasting: false, "The bucket at /var/secret/place is away."))
        let away = await editor.upload(files)
        #expect(away.status == 422 && Self.refused(away) == 2 && !away.text.contains("secret"))
        #expect(away.text.contains("cannot reach the newspaper") && !away.text.contains("in the log"))
        desk.store.fail(with: Full())
        let full = await editor.upload(files)
        #expect(full.status == 422 && Self.refused(full) == 2 && !full.text.contains("secret"))
        let numbers = full.text.matches(of: /look up ([0-9a-f]{16}) in the log/).map(\.output.1)
        #expect(numbers.count == 2)
        for number in numbers {
            #expect(desk.newspaper.log.lines.contains { $0.contains(number) && $0.contains("Full") })
        }
        #expect(desk.unfinished == [])
        desk.store.fail(with: nil)
        #expect(await editor.upload(files).status == 200)
    }

    @Test("A server that cannot receive a file says so for each file")
    func noSpace() async throws {
        let desk = try await PictureDesk()
        // No folder can be made where there is a file.
        try Data().write(to: desk.newspaper.workspace)
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let reply = await editor.upload([("one.jpg", [1, 2, 3]), ("two.jpg", [4, 5, 6])])
        #expect(reply.status == 422 && Self.refused(reply) == 2 && reply.text.contains("in the log"))
        #expect(!reply.text.contains(desk.newspaper.workspace.path))
    }
}

extension UploadingTests {
    /// A picture of the library that was made from a file with these bytes.
    private func know(_ bytes: [UInt8], in desk: PictureDesk) async throws {
        let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
        try await desk.newspaper.database.write { tx in
            try tx.run(
                """
                INSERT INTO pictures (digest, caption, alternative_text, chain, is_handout) VALUES ($1, '', '', '', 0)
                """, digest)
        }
    }

    @Test("Of five hundred files, a hundred go in, and each of the others gets a sentence")
    func manyFiles() async throws {
        let desk = try await PictureDesk()
        try await know([1], in: desk)
        var editor = TestBrowser(desk.newspaper, as: .editor)
        let reply = await editor.upload((1...500).map { ("\($0).jpg", [1]) })
        #expect(reply.status == 200 && Self.refused(reply) == 400)
        #expect(reply.text.contains("up to 100 files") && reply.text.contains("500.jpg"))
        #expect(desk.unfinished == [])
    }

    @Test("A hundred thousand empty parts cost little, and so do fields without end")
    func manyParts() async throws {
        let desk = try await PictureDesk()
        var editor = TestBrowser(desk.newspaper, as: .editor)
        var empty = UploadBody()
        for _ in 1...1_000 { empty.add("files", fileNamed: "", []) }
        let parts = Array(repeating: ByteBuffer(bytes: empty.bytes), count: 100)
        let start = ContinuousClock.now
        let reply = await editor.send(.post, "/desk/pictures", type: UploadBody.type, .stream(BodyStream(parts)))
        #expect(reply.status == 422 && ContinuousClock.now - start < .seconds(10))
        for (count, length) in [(9, 1), (1, 5_000)] {
            var fields = UploadBody()
            for _ in 1...count { fields.add("a", Array(repeating: 97, count: length)) }
            fields.add("files", fileNamed: "a.jpg", [1])
            fields.end()
            let reply = await editor.send(.post, "/desk/pictures", type: UploadBody.type, .stream(fields.stream))
            #expect([413, 422].contains(reply.status), "\(reply.status)")
        }
        #expect(!desk.hasWorked)
    }

    @Test("A form in which nobody chose a file, and anything that is no such form, is refused with a sentence")
    func noFile() async throws {
        let desk = try await PictureDesk()
        var editor = TestBrowser(desk.newspaper, as: .editor)
        for files in [[], [("", [UInt8]())]] {
            let reply = await editor.upload(files)
            #expect(reply.status == 422 && reply.text.contains("Please choose at least one picture"))
        }
        let form = UploadBody(Self.picture)
        for (type, body) in [
            ("application/x-www-form-urlencoded", Request.Body.stream(form.stream)),
            (UploadBody.type, .bytes(form.bytes)),
            (UploadBody.type, .bytes([])),
        ] {
            let reply = await editor.send(.post, "/desk/pictures", type: type, body)
            #expect(reply.status == 422, "\(reply.status)")
        }
        let long = await editor.send(.post, "/desk/pictures", type: UploadBody.type, .tooLarge)
        #expect(long.status == 413)
        #expect(!desk.hasWorked)
    }

    @Test("After a lost connection, the files before are in, and nothing of the last one is left", .needsTools)
    func lost() async throws {
        let desk = try await PictureDesk()
        let body = UploadBody([("one.jpg", TestPicture.jpeg("one")), ("two.jpg", TestPicture.jpeg("two"))]).bytes
        let token = try #require(desk.newspaper.tokens[.editor])
        try await ServedSite.run(desk.newspaper) { port in
            try await onAThread {
                let socket = try BareSocket(port: port)
                socket.send(
                    "POST /desk/pictures HTTP/1.1\r\nHost: news.example\r\nOrigin: http://news.example\r\n"
                        + "Sec-Fetch-Site: same-origin\r\nCookie: session=\(token)\r\nContent-Type: \(UploadBody.type)\r\n"
                        + "Content-Length: \(body.count)\r\n\r\n")
                socket.send(Array(body.dropLast(200)))
                // Without the last reference to it, the socket closes.
            }
            try await waitUntil { try await desk.count() == 1 && desk.unfinished.isEmpty }
        }
        #expect(try await desk.count() == 1 && desk.unfinished.isEmpty)
        #expect(!desk.newspaper.log.lines.contains { $0.contains("incident") })
    }
}
