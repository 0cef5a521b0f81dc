package import HTTPServer
package import HTTPTypes
import Markup
import NIOCore
import Newsroom
import PageCache
import Pages

/// The site as the HTTP server sees it.
extension Site: Application {
    /// A cached page at its canonical address, for a client without a cookie that may change how the page
    /// looks.
    package func readyResponse(to request: PlainRequest) -> ReadyResponse? {
        if let cookies = request.cookies, identifyingCookies.contains(where: cookies.contains) { return nil }
        guard let page = store.page(request.target, now: clock.now) else { return nil }
        let accepted = ContentCoding.accepted(request.acceptEncoding)
        pages.compressor.note(page, as: request.target, accepted: accepted)
        let (form, isNotModified) = page.select(accepting: accepted, ifNoneMatch: request.ifNoneMatch)
        let lines = store.isDisconnected ? Self.staleLine : nil
        if isNotModified { return ReadyResponse(head: form.notModifiedHead, fieldLines: lines) }
        guard request.isGet else { return ReadyResponse(head: form.head, fieldLines: lines) }
        pages.compressor.note(form, as: request.target)
        let file = form.file.map { ResponseFile(descriptor: $0.descriptor, length: $0.length, owner: $0) }
        return ReadyResponse(head: form.head, fieldLines: lines, body: form.body, file: file)
    }

    package func traits(of head: HTTPRequest) -> RequestTraits {
        guard case .found(let route, _) = routes.match(head.method, path: Target(head.path ?? "/").path) else {
            return RequestTraits()
        }
        return RequestTraits(
            bodyLimit: route.bodyLimit, streamsBody: route.bodyKind == .upload, isBrief: route.isBrief)
    }

    /// The page includes the typed text if the form has at most 64 KB.
    package func responseOverBudget(to request: Request) -> Response {
        var typed: String?
        if case .bytes(let bytes) = request.body, bytes.count <= 64 << 10 { typed = Form(bytes).typed }
        return finish(page(of: Refusal(.service(.responsesFull), retryAfter: 5), keeping: typed), cache: .personal)
    }

    /// Says that a cached page may be out of date because the database is unavailable (`Cache-Status`, RFC
    /// 9211, section 2.5).
    static let stale = "Broadsheet; hit; ttl=-1; detail=DATABASE_AWAY"
    private static let staleLine = ByteBuffer(string: "Cache-Status: \(stale)\r\n")
}
