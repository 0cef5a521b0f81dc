import Database
import HTTPServer
import HTTPTypes
import Markup
import Newsroom
import PageCache
import Storage

/// One request on its way through the site, with its actor and its values.
struct Exchange: Sendable {
    let site: Site
    let head: HTTPRequest
    /// The values for the segments in braces in the route's path.
    let path: [String: String]
    let query: Form
    let form: Form
    /// The body of an upload, which the action reads; `nil` for other requests.
    var upload: BodyStream?
    /// The address of the client; `nil` if the connection does not provide one.
    let address: NetworkAddress?
    /// Whether the client still waits for the response.
    var client = ClientPresence()
    let actor: Actor
    /// The mark of a browser that has posted a comment; staff may have one too.
    let writer: WriterMark?
    /// How recent a page for this visitor must be.
    var consistency = ReadConsistency.everything
    /// Records the snapshots that a shared page is rendered from; `nil` for a page for one visitor.
    var span: ReadSpan?

    /// The owner of this visitor's comments: their account, or else their browser.
    var commenter: Commenter? { actor.person.map { .person($0) } ?? writer.map { .browser($0.hash) } }

    /// The same request without anything that differs between visitors. Shared pages are rendered from it.
    func forEveryone(_ address: String) -> Exchange {
        .forEveryone(address, on: site, path: path, query: query)
    }

    static func forEveryone(_ address: String, on site: Site, path: [String: String], query: Form) -> Exchange {
        Exchange(
            site: site, head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: address), path: path,
            query: query, form: .empty, address: nil, actor: .visitor, writer: nil, span: ReadSpan())
    }

    /// Reads for a page. A shared page may come from a replica, and its snapshot is recorded. If something is
    /// missing, `body` must throw the refusal: a replica may not have it yet, and the read then runs again on
    /// the primary. The values for a page for one visitor are as recent as `consistency` demands, and are
    /// returned once every older cached page is invalidated.
    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        guard let span else { return try await site.read(consistency, body) }
        let (values, latest) = try await site.readAsOf(.whatIsKnown, body)
        span.add(latest)
        return try values.get()
    }

    /// A keyed hash of the address, for limits. It is computed only on demand, because most requests only
    /// read a page.
    var source: String { ClientSource.mark(address, keys: site.keys) }

    /// The signed-in staff member, for a page of the desk.
    func staff() throws -> Staff { try actor.staff(for: .moderate) }

    /// The identifier in a segment of the path. Refuses anything else with `notFound`.
    func identifier<Noun>(_ name: String) throws -> Identifier<Noun> {
        guard let text = path[name], let identifier = Identifier<Noun>(path: text) else {
            throw Refusal(.missing(.address))
        }
        return identifier
    }
}
