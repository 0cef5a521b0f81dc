import NIOCore
import NIOHTTP1
import Newsroom

/// Answers from what is kept, without a look at anything but the request's head: for plain requests of pages under the one address
/// that each has, by who brings no cookie of ours.
struct ReadyPages: Sendable {
    let store: PageStore
    let packer: Packer
    let clock: Clock
    /// The names of the cookies for which a page may look different.
    let cookieNames: [String]

    /// What is sent where the page is here; the head goes without the date and the empty line.
    struct Ready {
        let head: ByteBuffer
        let body: ByteBuffer?
    }

    /// `nil` where the site must answer.
    func answer(to head: HTTPRequestHead) -> Ready? {
        guard head.method == .GET || head.method == .HEAD, head.version == .http1_1 else { return nil }
        var codings: String?
        var tags: String?
        var hosts = 0
        for (name, value) in head.headers {
            switch ReadyPages.meaning(of: name) {
            case .nothing: continue
            case .codings: codings = codings.map { "\($0),\(value)" } ?? value
            case .tags: tags = tags.map { "\($0),\(value)" } ?? value
            case .host: hosts += value.isHost ? 1 : 2
            case .cookie: if cookieNames.contains(where: value.contains) { return nil }
            case .other: return nil
            }
        }
        guard hosts == 1, let page = store.page(head.uri, now: clock.now) else { return nil }
        let accepted = ContentCoding.accepted(codings)
        packer.offer(page, as: head.uri, accepted: accepted)
        let (form, isKnown) = page.form(accepting: accepted, known: tags)
        if isKnown { return Ready(head: form.notModifiedHead, body: nil) }
        return Ready(head: form.head, body: head.method == .GET ? form.body : nil)
    }

    private enum Meaning { case nothing, codings, tags, cookie, host, other }

    /// Most fields are told apart by their length.
    private static func meaning(of name: String) -> Meaning {
        switch name.utf8.count {
        case 4: name.lowercased() == "host" ? .host : .nothing
        case 6: name.lowercased() == "cookie" ? .cookie : name.lowercased() == "expect" ? .other : .nothing
        case 7: name.lowercased() == "upgrade" ? .other : .nothing
        case 10: name.lowercased() == "connection" ? .other : .nothing
        case 13: name.lowercased() == "if-none-match" ? .tags : .nothing
        case 14: name.lowercased() == "content-length" ? .other : .nothing
        case 15: name.lowercased() == "accept-encoding" ? .codings : .nothing
        case 17: name.lowercased() == "transfer-encoding" ? .other : .nothing
        default: .nothing
        }
    }
}
