import Metering
import Darkroom
import Foundation
import HTTPServer
import HTTPTypes
import Logging
import Newsroom
import Operations
import Pages
import Storage
import Database

extension Site {
    /// Turns an answer into a response: adds how long it may be cached and what the browser may do with it.
    ///
    /// Browsers check each time whether a shared page has changed. A proxy may serve it for one more second
    /// while it checks.
    func finish(_ answer: Answer, cache: Route.CacheClass) -> Response {
        var answer = answer
        let isPage = answer.fields.text(of: .contentType)?.hasPrefix("text/html") == true
        SecurityHeaders.add(to: &answer, isPage: isPage, isSecure: isSecure)
        switch cache {
        case .immutable:
            answer.fields.append(HTTPField(name: .cacheControl, value: "public, max-age=31536000, immutable"))
            answer.fields.append(HTTPField(name: .vary, value: "Accept-Encoding"))
        case .browser:
            answer.fields.append(HTTPField(name: .cacheControl, value: "private, no-cache"))
        case .personal: answer.fields.append(HTTPField(name: .cacheControl, value: "no-store"))
        case .shared:
            answer.fields.append(
                HTTPField(name: .cacheControl, value: "public, max-age=0, stale-while-revalidate=1"))
            answer.fields.append(HTTPField(name: .vary, value: "Accept-Encoding, Cookie"))
        }
        return Response(answer.status, fields: answer.fields, content: answer.content, stream: answer.stream)
    }

    /// The page of a refusal. The page includes the typed text if no form can show that text again.
    func page(of refusal: Refusal, keeping text: String? = nil) -> Answer {
        let id = refusal.kind == .unavailable ? RequestTrace.current?.id : nil
        return .refusing(refusal, RefusalPage(refusal: refusal, keptText: text, requestID: id).html(in: context))
    }

    /// The refusal that people see for an error. A fault of the database or of the picture store that may
    /// pass becomes a refusal and is logged. Returns `nil` for an unexpected error.
    func refusal(for error: any Error) -> Refusal? {
        let refusal = expected(error)
        if let refusal { RequestTrace.current?.note(refusal) }
        return refusal
    }

    private func expected(_ error: any Error) -> Refusal? {
        if let refusal = error as? Refusal { return refusal }
        if let fault = error as? PictureStoreFault {
            logger.error("picture store unavailable", metadata: ["error": "\(fault)"])
            return Refusal(.service(.picturesUnreachable), retryAfter: 5)
        }
        guard let refusal = Refusal(of: error) else { return nil }
        if let count = notStored.count(at: clock.now) {
            logger.warning(
                Self.isHeldUp(error) ? "database request timed out" : "database request failed",
                metadata: ["error": "\(error)", "count": "\(count)"])
        }
        return refusal
    }

    /// Whether something else locks the tables. Then reads wait too, so the cause is not too many writes.
    private static func isHeldUp(_ error: any Error) -> Bool {
        if case .heldUp? = error as? DatabaseFault { true } else { false }
    }

    /// Logs an unexpected error, and returns the number of the request.
    func logIncident(_ error: any Error, _ head: HTTPRequest) -> String {
        let number = RequestTrace.current?.id ?? RequestIdentifier.fresh()
        monitoring.incidents.add()
        logger.error(
            "incident",
            metadata: [
                "number": "\(number)", "method": "\(head.method)",
                "route": "\(RequestTrace.current?.route?.path ?? "none")",
                "error": "\(String(reflecting: type(of: error)))", "cause": "\(error)",
            ])
        return number
    }

    /// The page of an unexpected error. It shows a short number, under which the log has the details.
    func incident(_ error: any Error, _ head: HTTPRequest, keeping text: String?) -> Answer {
        let page = IncidentPage(number: logIncident(error, head), keptText: text)
        return .page(page.html(in: context), status: .internalServerError)
    }
}

extension Refusal {
    /// The refusal for a fault of the database that may pass; `nil` for other errors.
    init?(of error: any Error) {
        switch error as? DatabaseFault {
        case .storageFailed: self.init(.service(.storageFailed), retryAfter: 30)
        case .tooManyWriters: self.init(.service(.tooManyWriters), retryAfter: 5)
        case .heldUp: self.init(.service(.databaseHeldUp), retryAfter: 5)
        case .unreachable: self.init(.service(.databaseUnreachable), retryAfter: 5)
        case .outcomeUnknown: self.init(.service(.outcomeUnknown), retryAfter: 5)
        default: return nil
        }
    }
}

extension Refusal.Kind {
    /// The only place that maps kinds of refusal to statuses (RFC 9110, section 15; RFC 6585 for 429).
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .notFound: .notFound
        case .gone: .gone
        case .forbidden: .forbidden
        case .conflict: .conflict
        case .tooSoon: .tooManyRequests
        case .closed: .forbidden
        case .tooLarge: .contentTooLarge
        case .unavailable: .serviceUnavailable
        }
    }
}
