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
    /// Makes a response of an answer: adds how long it may be cached, and what the browser may do with it.
    ///
    /// Browsers ask each time whether a shared page has changed. A proxy may serve it for a second more while it asks.
    func finish(_ answer: Answer, cache: Route.CacheClass) -> Response {
        var answer = answer
        let isPage = answer.fields.text(of: .contentType)?.hasPrefix("text/html") == true
        SecurityHeaders.add(to: &answer, isPage: isPage, isSecure: isSecure)
        switch cache {
        case .immutable:
            answer.fields.append(HTTPField(name: .cacheControl, value: "public, max-age=31536000, immutable"))
            answer.fields.append(HTTPField(name: .vary, value: "Accept-Encoding"))
        case .personal: answer.fields.append(HTTPField(name: .cacheControl, value: "no-store"))
        case .shared:
            answer.fields.append(
                HTTPField(name: .cacheControl, value: "public, max-age=0, stale-while-revalidate=1"))
            answer.fields.append(HTTPField(name: .vary, value: "Accept-Encoding, Cookie"))
        }
        return Response(answer.status, fields: answer.fields, content: answer.content, stream: answer.stream)
    }

    /// The page that says no, and gives back a text that no form can show again.
    func page(of refusal: Refusal, keeping text: String? = nil) -> Answer {
        .refusing(refusal, RefusalPage(refusal: refusal, keptText: text).html(in: context))
    }

    /// The refusal that people read of an error: a refusal itself, or that the database cannot write or pictures cannot be
    /// reached at the moment, which the log learns too; `nil` for what nobody foresaw.
    func refusal(for error: any Error) -> Refusal? {
        if let refusal = error as? Refusal { return refusal }
        if let fault = error as? PictureStoreFault {
            logger.error("no pictures", metadata: ["error": "\(fault)"])
            return Refusal(.service(.picturesUnreachable), retryAfter: 5)
        }
        guard let refusal = Refusal(of: error) else { return nil }
        if let count = notStored.count(at: clock.now) {
            logger.warning(
                Self.isHeldUp(error) ? "held up" : "not stored", metadata: ["error": "\(error)", "count": "\(count)"])
        }
        return refusal
    }

    /// Where something else holds the tables, readers wait too: it is not that too much is sent.
    private static func isHeldUp(_ error: any Error) -> Bool {
        if case .heldUp? = error as? DatabaseFault { true } else { false }
    }

    /// The page of an error that nobody foresaw: a short number on the page, the details in the log under that number.
    func incident(_ error: any Error, _ head: HTTPRequest, keeping text: String?) -> Answer {
        let number = String(Keys.freshToken().prefix(8))
        logger.error(
            "incident", metadata: ["number": "\(number)", "method": "\(head.method)", "error": "\(error)"])
        return .page(IncidentPage(number: number, keptText: text).html(in: context), status: .internalServerError)
    }
}

extension Refusal {
    /// The refusal for a database without room or time; `nil` for other errors.
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
    /// The one place where kinds become statuses (RFC 9110, section 15; RFC 6585 for 429).
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
