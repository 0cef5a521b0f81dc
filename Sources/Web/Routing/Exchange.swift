import Database
import HTTPTypes
import Markup
import Newsroom
import Storage

/// One request on its way through: what was asked, by whom, with what.
struct Exchange: Sendable {
    let site: Site
    let head: HTTPRequest
    /// The values of the path's segments in braces.
    let path: [String: String]
    let query: Form
    let form: Form
    /// Where it comes from; `nil` where the connection does not say.
    let address: NetworkAddress?
    /// Whether its client still waits for the answer; `nil` where nobody does.
    var client: ClientPresence?
    let session: Session?
    let writer: WriterMark?
    /// How much a page for this visitor must have seen.
    var sight = Sight.everything
    /// Where a page for everyone is rendered: as of which changes.
    var lookout: Lookout?

    /// The same request without anything in which two visitors may differ: what is kept is rendered from this.
    func forEveryone(_ address: String) -> Exchange {
        .forEveryone(address, on: site, path: path, query: query)
    }

    static func forEveryone(_ address: String, on site: Site, path: [String: String], query: Form) -> Exchange {
        Exchange(
            site: site, head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: address), path: path,
            query: query, form: .empty, address: nil, session: nil, writer: nil, lookout: Lookout())
    }

    /// Reads for a page. Whoever renders for everyone notes as of when, and sees to what that means; that may be of what is known.
    /// Anyone else, who has written or is signed in, gets the values of what there is, when nothing older is kept any more.
    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        guard let lookout else { return try await site.read(sight, body) }
        let (values, latest) = try await site.readAsOf(.whatIsKnown, body)
        lookout.saw(latest)
        return try values.get()
    }

    /// A keyed hash of the address, for the limits. Only what is limited asks for it; most requests read a page.
    var source: String { ClientSource.mark(address, keys: site.keys) }

    /// Somebody of the staff; the route table has seen to it that there is one.
    func staff() throws -> Staff {
        guard let session else { throw Refusal(.signIn(.signedOut)) }
        return session.staff
    }

    /// A number of the path. Refuses with `notFound` what is none.
    func identifier<Noun>(_ name: String) throws -> Identifier<Noun> {
        guard let text = path[name], let identifier = Identifier<Noun>(path: text) else {
            throw Refusal(.missing(.address))
        }
        return identifier
    }
}
