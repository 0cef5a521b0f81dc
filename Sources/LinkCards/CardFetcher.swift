package import Darkroom
import Foundation
package import Newsroom
package import Outbound

/// Fetches what a card shows: a page on another site, and its picture.
///
/// Both addresses pass the guard of the client, and so does each redirect. The requests have no cookies and no
/// credentials. The darkroom makes new files of the picture, so readers never get anything that the site sent.
package struct CardFetcher: Sendable {
    private static let pageLimits = RequestLimits(time: .seconds(10), bodyBytes: 512 << 10, cutsBody: true)
    private static let pictureLimits = RequestLimits(time: .seconds(10), bodyBytes: 8_000_000)
    private static let widths = [320, 640]
    /// The narrowest picture that a card shows, in pixels. Narrower ones are icons, or count visitors.
    private static let narrowest = 120

    private let client: any OutboundClient
    private let darkroom: Darkroom

    package init(client: any OutboundClient, darkroom: Darkroom) {
        self.client = client
        self.darkroom = darkroom
    }

    /// The card of an address. `nil` if the page has none: the guard refuses its address, it does not exist, or it is
    /// no HTML page with a title. Throws if a later try may succeed. A card without a usable picture has only text.
    package func card(of address: String) async throws -> LinkCard? {
        guard let page = try await page(at: address) else { return nil }
        let head = PageHead(page.body, charset: page.charset)
        guard let title = head.title else { return nil }
        let picture = head.picture.flatMap { URL(string: $0, relativeTo: URL(string: page.address)) }
        var card = LinkCard(
            address: address, title: title, description: head.description, site: head.site, renditions: [])
        if let picture { card.renditions = try await renditions(of: picture.absoluteString) }
        return card
    }

    /// The response with the page; `nil` if there is none, for good.
    private func page(at address: String) async throws -> OutboundResponse? {
        // The address in a story may have letters that only an encoded address may have.
        let encoded = URL(string: address)?.absoluteString ?? address
        do {
            let response = try await client.send(request(for: encoded, accepting: "text/html"), limits: Self.pageLimits)
            guard ![408, 425, 429].contains(response.status), response.status < 500 else {
                throw CardFault.status(response.status)
            }
            return response.status == 200 && response.isPlainHTML ? response : nil
        } catch let fault as OutboundFault where fault.isLasting {
            return nil
        }
    }

    /// The files of a picture; none if it cannot be fetched or shown. Throws only if the picture store is unavailable.
    private func renditions(of address: String) async throws -> [Rendition] {
        do {
            let request = request(for: address, accepting: "image/jpeg, image/png, image/webp, image/gif")
            let response = try await client.send(request, limits: Self.pictureLimits)
            guard response.status == 200 else { return [] }
            let renditions = try await darkroom.develop(response.body, widths: Self.widths)
            return renditions.last.map { $0.width >= Self.narrowest } == true ? renditions : []
        } catch let fault as PictureStoreFault where !fault.isLasting {
            throw fault
        } catch {
            // A task that was stopped says nothing about the picture.
            try Task.checkCancellation()
            return []
        }
    }

    private func request(for address: String, accepting types: String) -> OutboundRequest {
        OutboundRequest(
            address: address,
            fields: [("Accept", types), ("Accept-Encoding", "identity"), ("User-Agent", "Broadsheet (link cards)")])
    }
}

/// The reason why a page may have a card later.
enum CardFault: Error, CustomStringConvertible {
    case status(Int)

    var description: String {
        switch self {
        case .status(let status): "the page has the status \(status)"
        }
    }
}

extension OutboundFault {
    /// Whether the same request fails again.
    fileprivate var isLasting: Bool {
        switch self {
        case .invalidAddress, .forbidden, .tooManyRedirects, .insecureRedirect, .tooLarge: true
        case .unknownHost, .notConnected, .interrupted, .timedOut: false
        }
    }
}

extension OutboundResponse {
    /// Whether the body is HTML, not compressed.
    fileprivate var isPlainHTML: Bool {
        let type = fields["content-type"]?.split(separator: ";").first.map { $0.trimmingCharacters(in: .whitespaces) }
        let encoding = fields["content-encoding"]?.lowercased() ?? "identity"
        return type?.lowercased() == "text/html" && encoding == "identity"
    }

    /// The encoding that the type names.
    fileprivate var charset: String? {
        fields["content-type"]?.firstMatch(of: /(?i)charset\s*=\s*"?([a-z0-9_.:\-]{1,40})/).map { String($0.output.1) }
    }
}
