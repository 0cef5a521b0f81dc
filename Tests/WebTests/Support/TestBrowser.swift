import Foundation
import HTTPServer
import HTTPTypes
import Newsroom

@testable import Web

/// A browser without a network. It stores cookies, sends forms, and sends the headers about its origin that
/// browsers send.
struct TestBrowser {
    let site: Site
    var address = "192.0.2.1"
    var cookies: [String: String] = [:]
    /// Sent with every request. They replace the browser's own headers.
    var headers: [String: String] = [:]
    var host = "news.example"
    /// Whether it uses TLS, where cookies have other names.
    var isSecure = false
    /// Whether it sends `Origin` and `Sec-Fetch-Site` with forms. Programs other than browsers do not.
    var tellsOrigin = true

    init(_ site: Site) { self.site = site }

    /// A reader's browser, or one with a signed-in staff member.
    init(_ newspaper: TestSite, as role: Role = .visitor) {
        self.init(newspaper.site)
        isSecure = newspaper.site.isSecure
        if let token = newspaper.tokens[role] { cookies[Cookie.session.name(isSecure: isSecure)] = token }
    }

    mutating func get(_ path: String) async -> Reply { await send(.get, path) }

    mutating func post(_ path: String, _ form: KeyValuePairs<String, String>) async -> Reply {
        await post(path, body: form.map { "\(Self.segment($0.key))=\(Self.segment($0.value))" }.joined(separator: "&"))
    }

    /// Sends an encoded body as a form.
    mutating func post(_ path: String, body: String) async -> Reply {
        await send(.post, path, type: "application/x-www-form-urlencoded", body: Array(body.utf8))
    }

    mutating func send(
        _ method: HTTPRequest.Method, _ path: String, type: String? = nil, body: [UInt8] = []
    ) async -> Reply {
        await send(method, path, type: type, .bytes(body))
    }

    mutating func send(
        _ method: HTTPRequest.Method, _ path: String, type: String?, _ body: Request.Body
    ) async -> Reply {
        let response = await site.respond(
            to: Request(head: head(method, path, type: type), peer: address, body: body))
        keep(response)
        return Reply(response: response)
    }

    /// Follows a redirect to a path on the site.
    mutating func follow(_ reply: Reply) async -> Reply {
        guard let location = reply.location, location.hasPrefix("/") else { return reply }
        return await get(String(location.prefix { $0 != "#" }))
    }

    /// Encodes a path segment as pages do.
    static func segment(_ text: String) -> String {
        let unreserved = CharacterSet(charactersIn: "-._~").union(CharacterSet(charactersIn: "0"..."9"))
            .union(CharacterSet(charactersIn: "A"..."Z")).union(CharacterSet(charactersIn: "a"..."z"))
        return text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private func head(_ method: HTTPRequest.Method, _ path: String, type: String?) -> HTTPRequest {
        var head = HTTPRequest(method: method, scheme: "http", authority: host, path: path)
        var fields: [String: String] = [:]
        fields["Content-Type"] = type
        if !cookies.isEmpty {
            fields["Cookie"] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                .joined(separator: "; ")
        }
        if tellsOrigin, method != .get, method != .head {
            fields["Origin"] = "\(isSecure ? "https" : "http")://\(host)"
            fields["Sec-Fetch-Site"] = "same-origin"
        }
        for (name, value) in fields.merging(headers, uniquingKeysWith: { $1 }) {
            if let name = HTTPField.Name(name) { head.headerFields.append(HTTPField(name: name, value: value)) }
        }
        return head
    }

    private mutating func keep(_ response: Response) {
        for field in response.fields[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = pair.first else { continue }
            cookies[name] = field.contains("Max-Age=0;") || pair.count < 2 ? nil : pair[1]
        }
    }
}

/// A response to a test browser.
struct Reply {
    let response: Response

    var status: Int { response.status.code }
    var bytes: [UInt8] { response.body }
    var text: String { String(decoding: response.body, as: UTF8.self) }
    var location: String? { response.fields[.location] }
    var eTag: String? { response.fields[.eTag] }

    subscript(_ field: String) -> String? { HTTPField.Name(field).flatMap { response.fields[$0] } }

    /// The parsed page. Throws if it is not well-formed.
    func page() throws -> PageOutline { try PageOutline(response.body) }
}
