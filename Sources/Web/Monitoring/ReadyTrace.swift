import PageCache
import HTTPServer
import HTTPTypes
import Newsroom

/// A request whose response was ready, while each request gets a line in the log.
final class ReadyTrace: ResponseObserver {
    private let site: Site
    private let meter: RouteMeter
    private let isGet: Bool
    private let target: String
    private let details: RequestDetails

    init(_ site: Site, _ meter: RouteMeter, _ request: PlainRequest, _ details: RequestDetails) {
        (self.site, self.meter, self.details) = (site, meter, details)
        (isGet, target) = (request.isGet, request.target)
    }

    func sent(_ sending: Sending) {
        meter.sent(sending)
        var head = HTTPRequest(method: isGet ? .get : .head, scheme: nil, authority: nil, path: target)
        let wanted: [HTTPField.Name] = [.xRequestID, .forwarded, .forwardedFor, .userAgent]
        for (name, value) in details.fields {
            if let name = HTTPField.Name(name), wanted.contains(name) {
                head.headerFields.append(HTTPField(name: name, value: value))
            }
        }
        site.log(
            RequestLine(
                id: site.proxyIdentifier(in: head, from: details.peer) ?? RequestIdentifier.fresh(),
                method: head.method.rawValue, pattern: meter.pattern,
                // The address of a cached page is in our own form, and names nothing secret.
                target: target, cache: site.store.isDisconnected ? .stale : .hit, actor: "visitor",
                agent: head.headerFields.text(of: .userAgent), source: site.logSource(of: head, from: details.peer)),
            sending)
    }
}
