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
        let observer = observer(of: page, request)
        if isNotModified {
            return ReadyResponse(
                isGet: request.isGet, status: 304, head: form.notModifiedHead, fieldLines: lines, observer: observer)
        }
        let status = page.status.code
        guard request.isGet else {
            return ReadyResponse(
                isGet: false, status: status, head: form.head, fieldLines: lines, observer: observer)
        }
        pages.compressor.note(form, as: request.target)
        let file = form.file.map { ResponseFile(descriptor: $0.descriptor, length: $0.length, owner: $0) }
        return ReadyResponse(
            status: status, head: form.head, fieldLines: lines, body: form.body, file: file, observer: observer)
    }

    /// The meter of the page's route. While requests are logged, also the line of this one.
    private func observer(of page: SharedPage, _ request: PlainRequest) -> (any ResponseObserver)? {
        guard let owner = page.owner else { return nil }
        // Safe: `render` gives every page of the site this kind of owner. A checked cast takes longer than counting.
        let meter = unsafeDowncast(owner, to: RouteMeter.self)
        guard let details = request.details else { return meter }
        return ReadyTrace(self, meter, request, details)
    }

    package var wantsDetails: Bool { monitoring.live.logsRequests }

    package func refusedInput(from peer: String) {
        let sending = Sending(isGet: false, status: HTTPResponse.Status.badRequest.code, bytes: 0, nanoseconds: 0)
        monitoring.routes.malformed.count(.other, sending)
        guard monitoring.live.logsRequests else { return }
        log(
            RequestLine(
                id: RequestIdentifier.fresh(), method: "", pattern: "malformed", target: "", cache: .none,
                actor: "visitor", agent: nil, source: logSource(of: NetworkAddress(peer))), sending)
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
        let refusal = Refusal(.service(.responsesFull), retryAfter: 5)
        monitoring.count(refusal.code, status: refusal.kind.status.code)
        return finish(page(of: refusal, keeping: typed), cache: .personal)
    }

    /// Says that a cached page may be out of date because the database is unavailable (`Cache-Status`, RFC
    /// 9211, section 2.5).
    static let stale = "Broadsheet; hit; ttl=-1; detail=DATABASE_AWAY"
    private static let staleLine = ByteBuffer(string: "Cache-Status: \(stale)\r\n")
}
