import Foundation
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import TestSupport
import Testing

@testable import HTTPServer

@Suite("Plain requests are parsed directly, and NIO parses all others", .timeLimit(.minutes(1)))
struct PlainRequestTests {
    private func read(_ text: String) -> (request: PlainRequest, length: Int)? {
        Array(text.utf8).withUnsafeBufferPointer(PlainRequestParser.first)
    }

    private static let plain =
        "GET /stories/1/a?page=2 HTTP/1.1\r\nHost: news.example:80\r\nUser-Agent: A (b; c)\r\n"
        + "ACCEPT-encoding:\t gzip, br\r\naccept-encoding: zstd\r\nIf-None-Match: \"x\"\r\nCookie: a=b\r\nEmpty:\r\n"
        + "Connection: Keep-Alive\r\nUpgrade-Insecure-Requests: 1\r\n\r\n"

    @Test("A browser's request is parsed, and the bytes after it are left")
    func plain() throws {
        let (request, length) = try #require(read(Self.plain + "GET /"))
        #expect(length == Self.plain.utf8.count && request.isGet && request.target == "/stories/1/a?page=2")
        #expect(request.acceptEncoding == "gzip, br,zstd" && request.ifNoneMatch == "\"x\"" && request.cookies == "a=b")
        let other = try #require(read("HEAD / HTTP/1.1\r\nhost: a\r\n\r\n"))
        #expect(!other.request.isGet && other.request.target == "/" && other.request.acceptEncoding == nil)
    }

    @Test("An incomplete request is not parsed yet")
    func parts() {
        for length in 0..<Self.plain.utf8.count {
            #expect(read(String(decoding: Self.plain.utf8.prefix(length), as: UTF8.self)) == nil)
        }
    }

    @Test(
        "A request that is ambiguous, unusual or asks for more than a page is not plain",
        arguments: [
            "GET / HTTP/1.0\r\nHost: a\r\n\r\n", "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
            "get / HTTP/1.1\r\nHost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: a\r\n\r\n", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1 \r\nHost: a\r\n\r\n",
            "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET * HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /é HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET /\u{0} HTTP/1.1\r\nHost: a\r\n\r\n", "GET /\t HTTP/1.1\r\nHost: a\r\n\r\n",
            "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\n",
            "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost : a\r\n\r\n", "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\tc\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX Y: b\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: \u{0}\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nX: \u{7f}\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: é\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a \r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nX: b\t\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nProxy-Connection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: keep-alive, Host\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: x\r\n\r\n",
        ])
    func odd(text: String) { #expect(read(text) == nil) }

    @Test(
        "Bytes of an unfinished request are never parsed as a request, and complete requests before it do not matter",
        arguments: [
            ([], 1), (["GET /kept HTTP/1.1\r\nHost: a\r\n\r\n"], 2), (["GET /nothing HTTP/1.1\r\nX: "], 0),
            (["G"], 0), (["GET /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\n"], 0),
            (["POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\n", "a"], 0),
            (["POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5a\r\n"], 0),
            (["GET /nothing HTTP/1.1\r\nHost: a\r\n\r\nGET /kept HTTP/1.1\r\nHost"], 0),
        ] as [([String], Int)])
    func begun(before: [String], count: Int) throws {
        let parser = Passing()
        let connection = try connection(to: Array("kept".utf8), parser)
        for bytes in before + [Self.kept] {
            try connection.writeInbound(ByteBuffer(string: bytes))
        }
        var sent = ""
        while case .byteBuffer(let bytes)? = try connection.readOutbound(as: IOData.self) {
            sent += String(buffer: bytes)
        }
        #expect(sent.components(separatedBy: "HTTP/1.1 200 OK").count - 1 == count, "\(sent)")
        #expect(parser.hasGotNothing == (count > 0))
        _ = try? connection.finish()
    }

    @Test("A long page is sent from its file, but only on a connection with nothing left to send")
    func files() throws {
        for isClear in [true, false] {
            let connection = try connection(to: Array(repeating: 97, count: 100_000))
            connection.isWritable = isClear
            try connection.writeInbound(ByteBuffer(string: Self.kept))
            var (files, bytes) = (0, 0)
            while let sent = try connection.readOutbound(as: IOData.self) {
                if case .fileRegion = sent { files += sent.readableBytes } else { bytes += sent.readableBytes }
            }
            #expect(files == (isClear ? 100_000 : 0) && (bytes > 100_000) == !isClear)
            _ = try? connection.finish()
        }
    }

    private static let kept = "GET /kept HTTP/1.1\r\nHost: a\r\n\r\n"

    /// A connection to an application with one ready page. A long page is in a file.
    private func connection(to body: [UInt8], _ parser: Passing = Passing()) throws -> EmbeddedChannel {
        let application = try OnePage(body)
        let connection = try EmbeddedChannel.connected()
        let socket = SocketHandler(application: application)
        let handler = RequestHandler(
            dispatcher: Dispatcher(application, now: { Date(timeIntervalSince1970: 0) }), socket: socket,
            requestTime: .seconds(600))
        socket.hand(to: handler)
        let pipeline = connection.pipeline.syncOperations
        try pipeline.addHandler(socket)
        try pipeline.addHandler(parser)
        try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: false)
        try pipeline.addHandler(handler)
        return connection
    }

    /// Notes whether any bytes reach the parser behind it, and keeps them from it. A parsed request would be
    /// answered on another thread, and this event loop allows only one.
    private final class Passing: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private(set) var hasGotNothing = true

        func channelRead(context: ChannelHandlerContext, data: NIOAny) { hasGotNothing = false }
    }
}
