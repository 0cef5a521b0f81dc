import Darkroom
import Foundation
import Newsroom
import Outbound
import Synchronization
import TestSupport
import Testing

@testable import LinkCards

@Suite("Fetching a card", .timeLimit(.minutes(5)))
struct CardFetcherTests {
    private static let page = "https://example.org/report"
    private static let html = """
        <meta property=og:title content="The report"><meta property=og:image content="/picture.png">
        """

    /// A card of the page, with one response for each address.
    private func card(_ responses: [String: OutboundResponse], of address: String = page) async throws -> LinkCard? {
        let client = ScriptedClient(responses)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return try await CardFetcher(client: client, darkroom: Darkroom(folder: folder)).card(of: address)
    }

    private func html(_ body: String, type: String = "text/html; charset=utf-8", status: Int = 200) -> OutboundResponse
    {
        OutboundResponse(status: status, fields: ["content-type": type], body: Array(body.utf8))
    }

    @Test("A card has the page's texts and small files of its picture")
    func whole() async throws {
        let card = try await card([
            Self.page: html(Self.html), "https://example.org/picture.png": .picture(width: 800, height: 400),
        ])
        #expect(card?.address == Self.page && card?.title == "The report" && card?.description == nil)
        #expect(card?.renditions.map(\.width) == [320, 320, 640, 640])
    }

    @Test("The address of the picture is relative to the page that answered")
    func redirected() async throws {
        var response = html(Self.html)
        response.address = "https://other.example:443/deep/page"
        let card = try await card([
            Self.page: response, "https://other.example:443/picture.png": .picture(width: 200, height: 200),
        ])
        #expect(card?.renditions.map(\.width) == [200, 200])
    }

    @Test(
        "Without a usable picture, a card has only text",
        arguments: [
            OutboundResponse(status: 404), OutboundResponse(status: 200, body: Array("<svg/>".utf8)),
            OutboundResponse(status: 200, body: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]),
            .picture(width: 1, height: 1), nil,
        ])
    func noPicture(response: OutboundResponse?) async throws {
        let responses = [Self.page: html(Self.html), "https://example.org/picture.png": response]
        let card = try await card(responses.compactMapValues(\.self))
        #expect(card?.title == "The report" && card?.renditions == [])
    }

    @Test(
        "Nothing is asked for a picture at another kind of address",
        arguments: ["javascript:alert(1)", "data:image/png;base64,AAAA", "file:///etc/passwd", "//", "http://[", ""])
    func pictureAddress(address: String) async throws {
        let body = "<title>A</title><meta property=og:image content='\(address)'>"
        #expect(try await card([Self.page: html(body)])?.renditions == [])
    }

    @Test("A page that is no HTML, is compressed, is missing or has no title has no card, for good")
    func noCard() async throws {
        let compressed = OutboundResponse(
            status: 200, fields: ["content-type": "text/html", "content-encoding": "gzip"], body: Array(Self.html.utf8))
        for response in [
            html(Self.html, type: "text/plain"), html(Self.html, type: "application/pdf"), html(Self.html, status: 404),
            html(Self.html, status: 204), html("No title"), compressed, OutboundResponse(status: 200), html(""),
        ] {
            #expect(try await card([Self.page: response]) == nil)
        }
    }

    @Test("The guard's refusal is for good; a page that is down may have a card later")
    func faults() async throws {
        for fault in [OutboundFault.forbidden(host: "a"), .invalidAddress, .tooManyRedirects(limit: 3)] {
            #expect(try await CardFetcher.refused(by: fault).card(of: Self.page) == nil)
        }
        for fault in [OutboundFault.timedOut, .unknownHost("a"), .notConnected("a"), .interrupted("a")] {
            await #expect(throws: fault) { try await CardFetcher.refused(by: fault).card(of: Self.page) }
        }
        for status in [429, 500, 503] {
            await #expect(throws: CardFault.self) { try await card([Self.page: html("", status: status)]) }
        }
    }

    @Test(
        "The guard of the server refuses private addresses",
        arguments: [
            "http://127.0.0.1:1/", "http://localhost/", "http://[::1]/", "http://169.254.169.254/latest",
            "http://2130706433/", "http://10.0.0.1/",
        ])
    func guarded(address: String) async throws {
        let fetcher = CardFetcher(
            client: GuardedClient(allowing: .publicOnly), darkroom: Darkroom(folder: URL(filePath: "/nowhere")))
        #expect(try await fetcher.card(of: address) == nil)
    }

    @Test("An address with letters of other alphabets is encoded")
    func encoded() async throws {
        let card = try await card(
            ["https://example.org/caf%C3%A9": html("<title>A</title>")], of: "https://example.org/café")
        #expect(card?.address == "https://example.org/café" && card?.title == "A")
    }
}

/// Returns the response for each address. Any other address is unknown.
private struct ScriptedClient: OutboundClient {
    let responses: [String: OutboundResponse]
    var fault = OutboundFault.unknownHost("example")

    init(_ responses: [String: OutboundResponse]) { self.responses = responses }

    func send(_ request: OutboundRequest, limits: RequestLimits) async throws -> OutboundResponse {
        guard request.method == "GET", request.body.isEmpty, var response = responses[request.address] else {
            throw fault
        }
        #expect(!request.fields.contains { ["cookie", "authorization"].contains($0.name.lowercased()) })
        if response.address.isEmpty { response.address = request.address }
        return response
    }
}

extension CardFetcher {
    fileprivate static func refused(by fault: OutboundFault) -> CardFetcher {
        var client = ScriptedClient([:])
        client.fault = fault
        return CardFetcher(client: client, darkroom: Darkroom(folder: URL(filePath: "/nowhere")))
    }
}

extension OutboundResponse {
    /// A TIFF of one color, without compression.
    fileprivate static func picture(width: Int, height: Int) -> OutboundResponse {
        func short(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
        func long(_ value: Int) -> [UInt8] { short(value) + short(value >> 16) }
        let entries: [(tag: Int, value: Int)] = [
            (256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 122), (277, 1), (278, height),
            (279, width * height),
        ]
        let directory = entries.flatMap { short($0.tag) + short(4) + long(1) + long($0.value) }
        let head = [0x49, 0x49, 0x2A, 0x00] + long(8) + short(entries.count) + directory + long(0)
        return OutboundResponse(status: 200, body: head + [UInt8](repeating: 0x80, count: width * height))
    }
}
