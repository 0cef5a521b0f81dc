import Foundation
import HTTPServer
import HTTPTypes
import Markup
import NIOCore
import Newsroom
import PageCache

/// The result of an action: status, header fields and content, and how long they may be cached. `Site.finish`
/// turns it into a response.
struct Answer: Sendable {
    var status: HTTPResponse.Status
    var fields: HTTPFields
    var content: ByteBuffer
    /// The slots that are filled for some visitors.
    var slots: [PageCache.Slot] = []
    /// `nil` if the answer must not be cached.
    var lifetime: Lifetime<Subject>?
    /// Takes over the connection after the head.
    var stream: Response.Stream?

    init(_ status: HTTPResponse.Status = .ok, type: String? = nil, body: [UInt8] = []) {
        self.status = status
        content = ByteBuffer(bytes: body)
        fields = [:]
        if let type { fields[.contentType] = type }
    }

    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        var answer = Answer(status, type: "text/html; charset=utf-8")
        answer.content.reserveCapacity(html.count)
        html.forEachPart { answer.content.writeBytes($0) }
        answer.takeOutSlots()
        return answer
    }

    /// Takes the slot markers out of the content, so that none is ever sent.
    private mutating func takeOutSlots() {
        let (parts, slots) = content.withUnsafeReadableBytes(Markup.Slot.separate)
        guard !slots.isEmpty else { return }
        self.slots = slots.map {
            PageCache.Slot(name: $0.name, place: $0.place, content: $0.content, length: $0.length)
        }
        var page = ByteBuffer()
        page.reserveCapacity(content.readableBytes)
        for part in parts where !part.isEmpty {
            page.writeImmutableBuffer(
                content.getSlice(at: content.readerIndex + part.lowerBound, length: part.count) ?? ByteBuffer())
        }
        content = page
    }

    /// The same answer, cacheable until one of these subjects changes or `end` passes.
    func cached(for subjects: Subject..., and others: [Subject] = [], until end: Date? = nil) -> Answer {
        var answer = self
        answer.lifetime = Lifetime(subjects: Set(subjects + others), expiresAt: end)
        return answer
    }

    /// A redirect after a POST (RFC 9110, section 15.4.4).
    static func seeOther(_ address: SafeURL) -> Answer { redirect(.seeOther, address) }

    /// A permanent redirect to the page's canonical address.
    static func moved(_ address: SafeURL) -> Answer { redirect(.permanentRedirect, address) }

    private static func redirect(_ status: HTTPResponse.Status, _ address: SafeURL) -> Answer {
        var answer = Answer(status, type: "text/plain; charset=utf-8")
        answer.fields[.location] = address.text
        return answer
    }

    func setting(_ cookie: String) -> Answer {
        var answer = self
        answer.fields.append(HTTPField(name: .setCookie, value: cookie))
        return answer
    }
}

extension Answer {
    /// A form that is shown again with the reason for the refusal.
    static func refusing(_ refusal: Refusal, _ html: HTML) -> Answer {
        var answer = page(html, status: refusal.kind.status)
        if let seconds = refusal.retryAfter { answer.fields[.retryAfter] = String(seconds) }
        return answer
    }
}
