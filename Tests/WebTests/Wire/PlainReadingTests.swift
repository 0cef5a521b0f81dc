import Foundation
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Newsroom
import Testing

@testable import Web

@Suite("Plain requests are read before the parser, and what is not plain is left to it", .timeLimit(.minutes(5)))
struct PlainReadingTests {
    private func read(_ text: String) -> (request: PlainRequest, length: Int)? {
        Array(text.utf8).withUnsafeBufferPointer(PlainReading.first)
    }

    private static let plain =
        "GET /stories/1/a?page=2 HTTP/1.1\r\nHost: news.example:80\r\nUser-Agent: A (b; c)\r\n"
        + "ACCEPT-encoding:\t gzip, br\r\naccept-encoding: zstd\r\nIf-None-Match: \"x\"\r\nCookie: a=b\r\nEmpty:\r\n"
        + "Connection: Keep-Alive\r\nUpgrade-Insecure-Requests: 1\r\n\r\n"

    @Test("What a browser says is read, and what comes behind it is left")
    func plain() throws {
        let (request, length) = try #require(read(Self.plain + "GET /"))
        #expect(length == Self.plain.utf8.count && request.isForContent && request.target == "/stories/1/a?page=2")
        #expect(request.codings == "gzip, br,zstd" && request.tags == "\"x\"" && request.cookies == "a=b")
        let other = try #require(read("HEAD / HTTP/1.1\r\nhost: a\r\n\r\n"))
        #expect(!other.request.isForContent && other.request.target == "/" && other.request.codings == nil)
    }

    @Test("A request that is not here wholly is none yet")
    func parts() {
        for length in 0..<Self.plain.utf8.count {
            #expect(read(String(decoding: Self.plain.utf8.prefix(length), as: UTF8.self)) == nil)
        }
    }

    @Test(
        "What could be read in two ways, asks for more than a page or is written oddly is not plain",
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

    private static let story = TestStories.bridgePath

    /// Makes a connection one whose bytes all go to the parser, because it says the length of a body.
    private static let toParser = "GET /health HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"

    static let asked: [String] =
        [
            "", "Connection: keep-alive\r\n", "Connection: close\r\n", "Accept-Encoding: br\r\n",
            "If-None-Match: *\r\n",
            "Cookie: a=b\r\n", "Cookie: writer=a.b\r\n", "Range: bytes=0-9\r\n", "X: é\r\n", "Expect: 100-continue\r\n",
            "Proxy-Connection: close\r\n", "Host: a\r\n", "Content-Length: 3\r\n", "X : y\r\n", "X: y\r\n z\r\n",
            "Upgrade: h2c\r\nConnection: upgrade\r\n",
        ].flatMap { fields in
            ["GET \(story)", "HEAD \(story)", "GET \(story)?a=b", "GET /nothing", "GET \(story)#a", "GET /%2e/"].map {
                "\($0) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n"
            }
        } + ["GET \(story) HTTP/1.1\r\nHost: a \r\n\r\n", "GET \(story) HTTP/1.1\r\nHost: \ta\r\n\r\n"]

    @Test(
        "Whatever is asked of a page that is kept, the answer is the same, byte by byte, whoever has read the question")
    func alike() async throws {
        let newspaper = try await TestSite { $0.requestSeconds = 600 }
        var reader = TestBrowser(newspaper)
        _ = await reader.get(Self.story)
        // Not while it is asked for: the answer to who takes `br` would be another one then.
        let store = newspaper.site.press.store
        let page = try #require(store.kept(Self.story))
        store.replace(page, by: page.packed(), as: Self.story)
        let answers = try await ServedSite.run(newspaper) { port in
            try await onAThread {
                try Self.asked.map { request in
                    try ["", Self.toParser].map { before in
                        let socket = try BareSocket(port: port)
                        socket.send(before)
                        if !before.isEmpty { _ = socket.listen(until: "alive\n") }
                        socket.send(request + "xyzGET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        return socket.listen().text
                    }
                }
            }
        }
        for (request, answers) in zip(Self.asked, answers) {
            let bare = answers.map(\.withoutDates)
            #expect(bare[0] == bare[1] && bare[0].hasPrefix("HTTP/1.1 "), "\(request.debugDescription)")
        }
    }

    @Test(
        "What belongs to a request that began before is never taken for one, and whole requests before it do not matter",
        arguments: [
            ([], 1), (["GET /kept HTTP/1.1\r\nHost: a\r\n\r\n"], 2), (["GET /nothing HTTP/1.1\r\nX: "], 0),
            (["G"], 0), (["GET /nothing HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\n"], 0),
            (["POST /sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\n", "a"], 0),
            (["POST /sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5a\r\n"], 0),
            (["GET /nothing HTTP/1.1\r\nHost: a\r\n\r\nGET /kept HTTP/1.1\r\nHost"], 0),
        ] as [([String], Int)])
    func begun(before: [String], count: Int) async throws {
        let parser = Passing()
        let connection = try await connection(keeping: Array("kept".utf8), parser)
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

    @Test("A long page goes out of its file, but not to who has yet to take in what came before")
    func files() async throws {
        for isClear in [true, false] {
            let connection = try await connection(keeping: Array(repeating: 97, count: 100_000))
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

    /// A connection to a house that keeps one page, in a file if it is long.
    private func connection(keeping body: [UInt8], _ parser: Passing = Passing()) async throws -> EmbeddedChannel {
        let newspaper = try await TestSite()
        let press = newspaper.site.press
        press.store.begin(after: 0)
        let page = KeptPage(Answer(type: "text/plain", body: body), Keeping(), asOf: 0)
        press.store.keep(page.laid(.identity, PageFiles(), room: 1 << 20) ?? page, as: "/kept")
        let pages = ReadyPages(store: press.store, packer: press.packer, clock: newspaper.site.clock, cookieNames: [])
        let connection = try EmbeddedChannel.connected()
        let wire = WireEnd(pages: pages)
        let gate = RequestGate(pages: pages, counter: Counter(site: newspaper.site), wire: wire, time: .seconds(600))
        wire.lead(to: gate)
        try connection.pipeline.syncOperations.addHandler(wire)
        try connection.pipeline.syncOperations.addHandler(parser)
        try connection.pipeline.syncOperations.configureHTTPServerPipeline(withPipeliningAssistance: false)
        try connection.pipeline.syncOperations.addHandler(gate)
        return connection
    }

    /// Stands before the parser.
    private final class Passing: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        private(set) var hasGotNothing = true

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            hasGotNothing = false
            context.fireChannelRead(data)
        }
    }
}
