import NIOCore
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
        /// Where the body also lies, if it lies in a file.
        let file: PageFile?
    }

    /// `nil` where the site must answer.
    func answer(to request: PlainRequest) -> Ready? {
        if let cookies = request.cookies, cookieNames.contains(where: cookies.contains) { return nil }
        guard let page = store.page(request.target, now: clock.now) else { return nil }
        let accepted = ContentCoding.accepted(request.codings)
        packer.offer(page, as: request.target, accepted: accepted)
        let (form, isKnown) = page.form(accepting: accepted, known: request.tags)
        if isKnown { return Ready(head: form.notModifiedHead, body: nil, file: nil) }
        guard request.isForContent else { return Ready(head: form.head, body: nil, file: nil) }
        packer.offer(form, as: request.target)
        return Ready(head: form.head, body: form.body, file: form.file)
    }
}
