import Foundation
package import HTTPTypes
import Markup
package import NIOCore
import Newsroom

/// What goes back to a browser: status, fields and bytes.
package struct Answer: Sendable {
    package var status: HTTPResponse.Status
    package var fields: HTTPFields
    package var content: ByteBuffer
    /// What must be known so that it may be kept; `nil` for what is not.
    var keeping: Keeping?
    /// What it goes on with after its head.
    var stream: LiveStream?
    /// Whether its content is that of a page which is kept for all, and takes no memory of its own.
    var isKept = false
    /// What it takes of the memory for answers, until it is sent.
    var place: AnswerRoom.Place?

    init(_ status: HTTPResponse.Status = .ok, type: String? = nil, body: [UInt8] = []) {
        self.status = status
        content = ByteBuffer(bytes: body)
        fields = [:]
        if let type { fields[.contentType] = type }
    }

    package var body: [UInt8] { Array(content.readableBytesView) }

    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        var answer = Answer(status, type: "text/html; charset=utf-8")
        answer.content.reserveCapacity(html.count)
        html.forEachPart { answer.content.writeBytes($0) }
        return answer
    }

    /// The same answer, to be kept until one of these changes.
    func kept(for subjects: Subject..., and others: [Subject] = [], until: Date? = nil) -> Answer {
        var answer = self
        answer.keeping = Keeping(subjects: Set(subjects + others), until: until)
        return answer
    }

    /// After a post: "look there now" (RFC 9110, section 15.4.4).
    static func seeOther(_ address: SafeURL) -> Answer { redirect(.seeOther, address) }

    /// The address has another form, for good.
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
    /// A form that comes back with a sentence that says why.
    static func refusing(_ refusal: Refusal, _ html: HTML) -> Answer {
        var answer = page(html, status: refusal.kind.status)
        if let seconds = refusal.retryAfter { answer.fields[.retryAfter] = String(seconds) }
        return answer
    }
}
