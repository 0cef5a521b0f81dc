import HTTPTypes
import NIOCore
import Testing

@testable import HTTPServer

@Suite("Uploads, which the application reads while they arrive", .timeLimit(.minutes(5)))
struct UploadTests {
    private static let head = "POST /upload HTTP/1.1\r\nHost: a\r\n"
    private static let part = 64 << 10

    private func length(_ bytes: Int) -> String { "Content-Length: \(bytes)\r\n\r\n" }

    /// Reads to the end, and returns the fault that ends the body.
    private func fault(of body: inout BodyStream.AsyncIterator) async throws -> BodyStream.Fault? {
        do {
            while try await body.next() != nil {}
            return nil
        } catch let fault as BodyStream.Fault {
            return fault
        }
    }

    @Test("The parts of a body arrive in order while the client sends them", arguments: [false, true])
    func parts(isChunked: Bool) async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + (isChunked ? "Transfer-Encoding: chunked\r\n\r\n" : length(9)))
        let upload = try await connection.arrival()
        var body = try #require(upload.body)
        for text in ["one", "two", "six"] {
            try await connection.send(isChunked ? "3\r\n\(text)\r\n" : text)
            let part = try await body.next()
            #expect(part == ByteBuffer(string: text))
        }
        if isChunked { try await connection.send("0\r\n\r\n") }
        let end = try await body.next()
        #expect(end == nil)
        upload.answer("done")
        let heard = try await connection.heard("done")
        #expect(heard.hasPrefix("HTTP/1.1 200") && !heard.contains("Connection: close") && connection.isOpen)
    }

    @Test("The server stops reading while the application does not, and goes on once it has read")
    func held() async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + length(AskingApplication.limit))
        let upload = try await connection.arrival()
        var (body, count) = (try #require(upload.body), 0)
        while try await connection.isRead() {
            try await connection.send(bytes: Self.part)
            count += 1
        }
        #expect(count == 8)
        for _ in 1...6 { _ = try await body.next() }
        #expect(try await !connection.isRead())
        _ = try await body.next()
        #expect(try await connection.isRead())
        upload.answer("enough")
    }

    @Test("A body that grows over the limit ends with a fault, and the rest is dropped")
    func tooLarge() async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + "Transfer-Encoding: chunked\r\n\r\n")
        let upload = try await connection.arrival()
        var body = try #require(upload.body)
        var count = 0
        do {
            while true {
                try await connection.send("10000\r\n")
                try await connection.send(bytes: Self.part)
                try await connection.send("\r\n")
                count += try await body.next()?.readableBytes ?? 0
            }
        } catch BodyStream.Fault.tooLarge {
            #expect(count == AskingApplication.limit)
        }
        #expect(try await connection.isRead())
        upload.answer("too large", status: .contentTooLarge)
        #expect(try await connection.heard("too large").contains("Connection: close"))
    }

    @Test("A body that is declared too long is answered at once, even to a client that asks before it sends")
    func declared() async throws {
        for line in ["", "Expect: 100-continue\r\n"] {
            let connection = try await TestConnection()
            try await connection.send(Self.head + line + length(AskingApplication.limit + 1))
            let upload = try await connection.arrival()
            guard case .tooLarge = upload.request.body else {
                Issue.record("The application gets the body.")
                continue
            }
            upload.answer("too large", status: .contentTooLarge)
            let heard = try await connection.heard("too large")
            #expect(heard.hasPrefix("HTTP/1.1 413") && heard.contains("Connection: close"))
        }
    }

    @Test("A client that asks before it sends is told to continue")
    func expectation() async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + "Expect: 100-continue\r\n" + length(3))
        let upload = try await connection.arrival()
        #expect(try await connection.heard("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
        try await connection.send("one")
        var body = try #require(upload.body)
        let (part, end) = (try await body.next(), try await body.next())
        #expect(part == ByteBuffer(string: "one") && end == nil)
        upload.answer("done")
        #expect(try await connection.heard("done").hasPrefix("HTTP/1.1 200"))
    }

    @Test("The application learns that the connection is lost, or that the client stops in the middle")
    func cut() async throws {
        for cut in [TestConnection.cut, TestConnection.finish] {
            let connection = try await TestConnection()
            try await connection.send(Self.head + length(9) + "one")
            let upload = try await connection.arrival()
            var body = try #require(upload.body)
            let part = try await body.next()
            #expect(part == ByteBuffer(string: "one"))
            try await cut(connection)()
            let fault = try await fault(of: &body)
            #expect(fault == .cut && upload.request.client.hasLeft)
            upload.answer("cut")
        }
    }

    @Test("The response to an upload that has not arrived ends the connection")
    func early() async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + length(900_000) + "one")
        let upload = try await connection.arrival()
        upload.answer("no", status: .forbidden)
        let heard = try await connection.heard("no")
        #expect(heard.hasPrefix("HTTP/1.1 403") && heard.contains("Connection: close"))
        try await connection.closed()
    }

    @Test("Requests that a client sends behind an upload are answered after it, in order")
    func pipelined() async throws {
        let connection = try await TestConnection()
        let get = "GET /page HTTP/1.1\r\nHost: a\r\n\r\n"
        try await connection.send(Self.head + length(3) + "one" + get + Self.head + length(3) + "two" + get)
        for (text, page) in [("one", "first"), ("two", "second")] {
            let upload = try await connection.arrival()
            var body = try #require(upload.body)
            let (part, end) = (try await body.next(), try await body.next())
            #expect(part == ByteBuffer(string: text) && end == nil)
            upload.answer(text)
            let other = try await connection.arrival()
            #expect(other.request.head.path == "/page" && other.body == nil)
            other.answer(page)
            let heard = try await connection.heard(page)
            #expect(heard.contains(text) && !heard.contains("Connection: close"))
        }
    }

    @Test("GET and HEAD never upload, whatever they send", arguments: ["GET", "HEAD"])
    func reading(method: String) async throws {
        let connection = try await TestConnection()
        try await connection.send("\(method) /upload HTTP/1.1\r\nHost: a\r\n" + length(3) + "one")
        let arrival = try await connection.arrival()
        #expect(arrival.body == nil)
        arrival.answer("")
        #expect(try await connection.heard("\r\n\r\n").hasPrefix("HTTP/1.1 200"))
    }

    @Test("An upload in HTTP/1.0 ends the connection, as the version says")
    func oldVersion() async throws {
        let connection = try await TestConnection()
        try await connection.send("POST /upload HTTP/1.0\r\nHost: a\r\n" + length(3) + "one")
        let upload = try await connection.arrival()
        var body = try #require(upload.body)
        let (part, end) = (try await body.next(), try await body.next())
        #expect(part == ByteBuffer(string: "one") && end == nil)
        upload.answer("done")
        #expect(try await connection.heard("done").contains("Connection: close"))
        try await connection.closed()
    }
}

extension UploadTests {
    @Test("A slow upload goes on while it is steady, and ends if it brings too little within the time for a request")
    func pace() async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + length(AskingApplication.limit))
        let upload = try await connection.arrival()
        var body = try #require(upload.body)
        for _ in 1...10 {
            await connection.pass(seconds: TestConnection.time - 1)
            try await connection.send(bytes: Self.part)
            _ = try await body.next()
        }
        for _ in 1..<TestConnection.time {
            await connection.pass(seconds: 1)
            try await connection.send("a")
            _ = try await body.next()
        }
        #expect(connection.isOpen)
        await connection.pass(seconds: 1)
        #expect(!connection.isOpen)
        let fault = try await fault(of: &body)
        #expect(fault == .cut)
        upload.answer("")
    }

    @Test("An upload that the application holds back may take any time, and so may the answer to it")
    func patience() async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + length(10 * Self.part))
        let upload = try await connection.arrival()
        var body = try #require(upload.body)
        for _ in 1...8 { try await connection.send(bytes: Self.part) }
        await connection.pass(seconds: 100 * TestConnection.time)
        #expect(connection.isOpen)
        for _ in 1...8 { _ = try await body.next() }
        #expect(try await connection.isRead())
        await connection.pass(seconds: TestConnection.time - 1)
        for _ in 1...2 { try await connection.send(bytes: Self.part) }
        await connection.pass(seconds: 100 * TestConnection.time)
        #expect(connection.isOpen)
        upload.answer("done")
        #expect(try await connection.heard("done").hasPrefix("HTTP/1.1 200") && connection.isOpen)
    }

    @Test("A server that stops lets an upload end within the time for a request")
    func stopping() async throws {
        let connection = try await TestConnection()
        try await connection.send(Self.head + length(6) + "one")
        let upload = try await connection.arrival()
        try await connection.stop()
        try await connection.send("two")
        var (body, text) = (try #require(upload.body), "")
        while let part = try await body.next() { text += String(buffer: part) }
        #expect(text == "onetwo")
        upload.answer("done")
        #expect(try await connection.heard("done").contains("Connection: close"))
        try await connection.closed()

        let other = try await TestConnection()
        try await other.send(Self.head + length(6) + "one")
        let cut = try await other.arrival()
        try await other.stop()
        await other.pass(seconds: TestConnection.time)
        #expect(!other.isOpen)
        cut.answer("")
    }
}
