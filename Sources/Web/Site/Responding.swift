import Database
import Foundation
package import HTTPServer
import HTTPTypes
import Logging
import Markup
import Newsroom
import Operations
import Pages
import Storage
import Synchronization

extension Site {
    /// Responds to a request. Never throws: a refusal becomes a page that explains it, any other error an
    /// incident.
    package func respond(to request: Request) async -> Response {
        let trace = RequestTrace(request, on: self)
        var response = await RequestTrace.$current.withValue(trace) { await answered(request, trace) }
        trace.end(with: response.status.code)
        response.observer = trace
        // Shared pages are the same for everyone.
        if response.fields.text(of: .cacheControl)?.hasPrefix("public") != true {
            response.fields.append(HTTPField(name: .xRequestID, value: trace.id))
        }
        return response
    }

    private func answered(_ request: Request, _ trace: RequestTrace) async -> Response {
        var form = Form.empty
        // Whether the database has identified the visitor and supplied the content of their slots.
        var isKnown = false
        var known: Exchange?
        do {
            let (route, path) = try row(for: request.head)
            trace.note(route)
            if route.bodyLimit > 0 { form = try self.form(in: request, for: route) }
            var exchange = try await admit(request, route, path, form)
            trace.note(exchange.actor)
            known = exchange
            if case .stream(let body) = request.body { exchange.upload = body }
            guard route.cache == .personal else {
                let filling = try await exchange.forWriter(route).slotFilling(route)
                isKnown = true
                do { return try await sharedResponse(route, exchange, filling) } catch let refusal as Refusal {
                    guard refusal.kind == .notFound, let action = route.unpublished, exchange.actor.may(.write)
                    else { throw refusal }
                    return finish(try await action(exchange), cache: .personal)
                }
            }
            isKnown = true
            let answer = await carryOut(route, exchange)
            return finish(answer, cache: route.isRefusal(answer) ? .browser : .personal)
        } catch {
            if !isKnown, let response = await sharedResponse(after: error, to: request.head) { return response }
            // Keeps the typed text if the session has ended or the database cannot identify the person. Text
            // that another site sends is never shown.
            let typed = CrossSitePosts.isRefused(request.head, publicHost: publicHost) ? nil : form.typed
            let page = answer(to: error, request.head, keeping: typed)
            guard let known else { return finish(page, cache: .personal) }
            return finish(await filled(page, for: known), cache: .personal)
        }
    }

    /// Runs the action. After an error, the page includes the typed text.
    private func carryOut(_ route: Route, _ exchange: Exchange) async -> Answer {
        do {
            let answer = try await route.action(exchange)
            // Pages for one person also have the link to the account.
            return exchange.actor.person == nil ? answer : try await exchange.filled(answer)
        } catch {
            do { return try await formAgain(route, exchange, after: error) } catch {
                return await filled(answer(to: error, exchange.head, keeping: exchange.form.typed), for: exchange)
            }
        }
    }

    /// A page of a refusal or an incident also has the link to the account, unless the database cannot be read.
    private func filled(_ answer: Answer, for exchange: Exchange) async -> Answer {
        guard exchange.actor.person != nil else { return answer }
        return (try? await exchange.filled(answer)) ?? answer
    }

    /// The route's form with everything that was typed. If the database cannot even supply the page around
    /// the form, throws the refusal, which then gets its own page.
    private func formAgain(_ route: Route, _ exchange: Exchange, after error: any Error) async throws -> Answer {
        guard let again = route.again, let refusal = refusal(for: error) else { throw error }
        // A worker renders it, because the connection's thread must not render.
        return try await WorkerPool.run {
            do { return try await exchange.filled(again(exchange, refusal)) } catch is DatabaseFault { throw refusal }
        }
    }

    func answer(to error: any Error, _ head: HTTPRequest, keeping text: String? = nil) -> Answer {
        if let early = error as? EarlyResponse { return early.answer }
        if let refusal = refusal(for: error) { return page(of: refusal, keeping: text) }
        return incident(error, head, keeping: text)
    }

    /// Identifies the visitor, and checks their permission and the site that the request comes from.
    private func admit(
        _ request: Request, _ route: Route, _ path: [String: String], _ form: Form
    ) async throws -> Exchange {
        let head = request.head
        let writer = Cookie.writer.value(in: head, isSecure: isSecure).flatMap { WriterMark(cookie: $0, keys: keys) }
        let query = Target(head.path ?? "/").query(route.parameters)
        let question =
            route.cache == .shared
            ? SlotQuestion(path, query, hasDiscussion: route.showsOwnComments, on: self) : nil
        let (actor, answers) = try await actor(in: head, writer, asking: question)
        try requirePermission(route, actor, head)
        if CrossSitePosts.isRefused(head, publicHost: publicHost) {
            throw Refusal(.request(.fromAnotherSite))
        }
        let address = address(of: request)
        return Exchange(
            site: self, head: head, path: path, query: query, form: form, address: address, client: request.client,
            actor: actor, writer: writer, answers: answers)
    }

    /// The address of the client. If a trusted proxy sends something that is not an address, all its clients
    /// share one set of limits. The log reports this once.
    private func address(of request: Request) -> NetworkAddress? {
        let header = settings.trustedHeader
        let (address, isReadable) = ClientSource.address(
            peer: request.peer, head: request.head, trusted: settings.trustedProxies, header: header)
        if !isReadable, !hasWarnedOfProxy.exchange(true, ordering: .relaxed) {
            logger.warning(
                "trusted proxy sends no client address; all its clients share one limit",
                metadata: ["proxy": "\(request.peer)", "header": "\(header.rawValue)"])
        }
        return address
    }

    private func row(for head: HTTPRequest) throws -> RouteTable.Found {
        let target = Target(head.path ?? "/")
        switch routes.match(head.method, path: target.path) {
        case .found(let route, let values): return (route, values)
        case .withSlash(let route, let values):
            throw EarlyResponse(answer: .moved(route.address(values, target.query(route.parameters).pairs)))
        case .none: throw Refusal(.missing(.address))
        case .otherMethod(let allowed):
            // Somebody reloads or bookmarks the address of a form.
            if head.method == .get || head.method == .head, let page = routes.page(above: target.path) {
                throw EarlyResponse(answer: .seeOther(page))
            }
            var answer = Answer(.methodNotAllowed, type: "text/plain; charset=utf-8")
            answer.fields[.allow] = allowed.joined(separator: ", ")
            throw EarlyResponse(answer: answer)
        }
    }

    private func requirePermission(_ route: Route, _ actor: Actor, _ head: HTTPRequest) throws {
        guard !actor.may(route.permission) else { return }
        if actor.person == nil, route.method == .get {
            throw EarlyResponse(answer: .seeOther(SignIn.address(returningTo: head.path)))
        }
        try actor.require(route.permission)
    }

    private func form(in request: Request, for route: Route) throws -> Form {
        let limit = route.bodyLimit
        let bytes: [UInt8]
        switch request.body {
        case .bytes(let body) where body.count <= limit: bytes = body
        case .stream: return .empty
        case .overBudget: throw Refusal(.service(.bodiesFull), retryAfter: 5)
        case .bytes, .tooLarge:
            throw Refusal(.request(.tooLarge), [.kilobytes: .number(limit / 1_024)])
        }
        let type = (request.head.headerFields.text(of: .contentType) ?? "").prefix { $0 != ";" }
        guard bytes.isEmpty || String(type).trimmed.lowercased() == "application/x-www-form-urlencoded" else {
            throw Refusal(.request(.noForm))
        }
        let form = Form(bytes)
        guard !form.hasTooManyFields else { throw Refusal(.request(.tooManyFields)) }
        return form
    }
}

/// An answer that ends a request early: a redirect, a method that is not allowed, the page of a withdrawn
/// story.
struct EarlyResponse: Error {
    let answer: Answer
}

extension Form {
    /// The text that the visitor wrote, in any of our forms.
    var typed: String? {
        let story = ["headline", "standfirst", "body", "topics", "credits", "note"].compactMap { self[$0] }
            .filter { !$0.isEmpty }.joined(separator: "\n\n")
        let suggestion = ["passage", "wrong", "correct", "evidence"].compactMap { self[$0] }.filter { !$0.isEmpty }
        if self["wrong"] != nil, !suggestion.isEmpty { return suggestion.joined(separator: "\n\n") }
        return ["text", "sentence", "reason", "answer"].lazy.compactMap { self[$0] }.first { !$0.isEmpty }
            ?? (story.isEmpty ? nil : story)
    }
}

extension URLComponents {
    var hostAndPort: String? { host.map { host in port.map { "\(host):\($0)" } ?? host } }
}
