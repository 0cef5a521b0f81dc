import Markup
import Pages
import Database
import Foundation
package import HTTPTypes
import Logging
import Newsroom
import Storage
import Synchronization

/// A request as it comes from the network, its body not yet read.
package struct Incoming: Sendable {
    package let head: HTTPRequest
    /// The address of the other end of the connection.
    package let peer: String
    /// Whether whoever sent it still waits for the answer.
    package let client: ClientPresence?
    /// The row that answers it, where that was found already.
    let row: RouteTable.Found?
    /// Reads the body up to a number of bytes; `nil` where it is longer.
    package let body: @Sendable (_ limit: Int) async throws -> [UInt8]?

    package init(
        head: HTTPRequest, peer: String, client: ClientPresence? = nil, row: RouteTable.Found? = nil,
        body: @escaping @Sendable (_ limit: Int) async throws -> [UInt8]?
    ) {
        self.head = head
        self.peer = peer
        self.client = client
        self.row = row
        self.body = body
    }
}

extension Site {
    /// Answers a request. Never throws: a refusal becomes a page that says it, anything else an incident.
    package func answer(_ incoming: Incoming) async -> Answer {
        var form = Form.empty
        // Whether the database has told who asks, and whether they see what all see.
        var isKnown = false
        do {
            let (route, path) = try row(of: incoming)
            if route.bodyLimit > 0 { form = try await self.form(of: incoming, limit: route.bodyLimit) }
            let exchange = try await admit(incoming, route, path, form)
            let seesWhatAllSee = try await exchange.seesWhatAllSee(route)
            isKnown = true
            if seesWhatAllSee { return try await keptAnswer(route, exchange) }
            return finish(await carryOut(route, exchange.forWriter(route)), cache: .personal)
        } catch {
            if !isKnown, let answer = await answerForAll(after: error, to: incoming.head) { return answer }
            // Somebody whose session has ended, or whom the database cannot tell us of, keeps what they typed. Words
            // that another site sends are shown to nobody.
            let typed = CrossSitePosts.isRefused(incoming.head, publicHost: publicHost) ? nil : form.typed
            return finish(answer(to: error, incoming.head, keeping: typed), cache: .personal)
        }
    }

    /// No word that somebody typed is lost to an error: what no form can show again stands on the page that says no.
    private func carryOut(_ route: Route, _ exchange: Exchange) async -> Answer {
        do {
            return try await route.action(exchange)
        } catch {
            return answer(to: error, exchange.head, keeping: exchange.form.typed)
        }
    }

    func answer(to error: any Error, _ head: HTTPRequest, keeping text: String? = nil) -> Answer {
        if let detour = error as? Detour { return detour.answer }
        if let refusal = refusal(for: error) { return page(of: refusal, keeping: text) }
        return incident(error, head, keeping: text)
    }

    private func row(of incoming: Incoming) throws -> RouteTable.Found {
        try incoming.row ?? row(for: incoming.head)
    }

    /// Asks who it is and whether that may be.
    private func admit(
        _ incoming: Incoming, _ route: Route, _ path: [String: String], _ form: Form
    ) async throws -> Exchange {
        let head = incoming.head
        let session = try await session(in: head)
        try requireRole(route, session, head)
        if CrossSitePosts.isRefused(head, publicHost: publicHost) {
            throw Refusal(.request(.fromAnotherSite))
        }
        let address = address(of: incoming)
        let writer = Cookie.writer.value(in: head, isSecure: isSecure).flatMap { WriterMark(cookie: $0, keys: keys) }
        return Exchange(
            site: self, head: head, path: path, query: Target(head.path ?? "/").query(route.parameters), form: form,
            address: address, client: incoming.client, session: session, writer: writer)
    }

    /// The address that a request comes from. A proxy that names none is told of once: everybody behind it shares its
    /// limits.
    private func address(of incoming: Incoming) -> NetworkAddress? {
        let header = settings.trustedHeader
        let (address, isReadable) = ClientSource.address(
            peer: incoming.peer, head: incoming.head, trusted: settings.trustedProxies, header: header)
        if !isReadable, !hasWarnedOfProxy.exchange(true, ordering: .relaxed) {
            logger.warning(
                "a trusted proxy names no address; all readers behind it count as one",
                metadata: ["proxy": "\(incoming.peer)", "header": "\(header.rawValue)"])
        }
        return address
    }

    private func row(for head: HTTPRequest) throws -> RouteTable.Found {
        let target = Target(head.path ?? "/")
        switch routes.match(head.method, path: target.path) {
        case .found(let route, let values): return (route, values)
        case .withSlash(let route, let values):
            throw Detour(answer: .moved(route.address(values, target.query(route.parameters).pairs)))
        case .none: throw Refusal(.missing(.address))
        case .otherMethod(let allowed):
            var answer = Answer(.methodNotAllowed, type: "text/plain; charset=utf-8")
            answer.fields[.allow] = allowed.joined(separator: ", ")
            throw Detour(answer: answer)
        }
    }

    private func session(in head: HTTPRequest) async throws -> Session? {
        guard let token = Cookie.session.value(in: head, isSecure: isSecure) else { return nil }
        // Who only reads does not wait for a database that is known to be away.
        if database.isAway, head.method == .get || head.method == .head { throw DatabaseFault.unreachable("away") }
        let now = clock.now
        return try await ReadingRoom.carryOut {
            try await self.database.read { tx in try tx.session(tokenHash: Keys.hash(token), now: now) }
        }
    }

    private func requireRole(_ route: Route, _ session: Session?, _ head: HTTPRequest) throws {
        guard route.who > .reader else { return }
        guard let session else {
            guard route.method == .get else { throw Refusal(.signIn(.signedOut)) }
            throw Detour(answer: .seeOther(SignIn.address(returningTo: head.path)))
        }
        guard session.staff.role >= route.who else {
            throw Refusal(
                .staff(.roleNeeded),
                [.needed: .text(route.who.rawValue), .role: .text(session.staff.role.rawValue)])
        }
    }

    private func form(of incoming: Incoming, limit: Int) async throws -> Form {
        guard let bytes = try await incoming.body(limit) else {
            throw Refusal(.request(.tooLarge), [.kilobytes: .number(limit / 1_024)])
        }
        let type = (incoming.head.headerFields.text(of: .contentType) ?? "").prefix { $0 != ";" }
        guard bytes.isEmpty || String(type).trimmed.lowercased() == "application/x-www-form-urlencoded" else {
            throw Refusal(.request(.noForm))
        }
        let form = Form(bytes)
        guard !form.hasTooManyFields else { throw Refusal(.request(.tooManyFields)) }
        return form
    }
}

/// An answer that an action never gets to see: the way to sign in, a method that is not allowed.
struct Detour: Error {
    let answer: Answer
}

extension Form {
    /// What somebody wrote in sentences, by whichever of our forms.
    var typed: String? {
        ["text", "sentence", "reason"].lazy.compactMap { self[$0] }.first { !$0.isEmpty }
    }
}

extension URLComponents {
    var hostAndPort: String? { host.map { host in port.map { "\(host):\($0)" } ?? host } }
}
