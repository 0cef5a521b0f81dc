import Database
import Foundation
import HTTPServer
import HTTPTypes
import Markup
import Newsroom
import Operations
import PageCache
import Pages

extension Site {
    /// Answers with the page that all readers share; a filling puts what is one visitor's into its slots. Whatever else the
    /// request says, the shared page depends on its address alone, in one spelling.
    func sharedResponse(
        _ route: Route, _ exchange: Exchange, _ filling: SlotFilling? = nil
    ) async throws -> Response {
        let address = route.address(of: exchange).text
        let (page, isStale) = try await page(at: address, route, exchange)
        if let filling { return tellingAge(of: page.response(filledWith: filling, in: context), isStale) }
        let codings = ContentCoding.accepted(exchange.head.headerFields.text(of: .acceptEncoding))
        pages.compressor.note(page, as: address, accepted: codings)
        var response = page.response(to: exchange.head, accepting: codings)
        response.isShared = store.holds(page, as: address)
        return tellingAge(of: response, isStale)
    }

    /// The response says so if it may be out of date.
    private func tellingAge(of response: Response, _ isStale: Bool) -> Response {
        guard isStale || store.isDisconnected else { return response }
        var response = response
        response.fields[.cacheStatus] = Self.stale
        return response
    }

    /// The current page or, while the database is away, the last one that was cached.
    private func page(
        at address: String, _ route: Route, _ exchange: Exchange
    ) async throws -> (page: SharedPage, isStale: Bool) {
        if database.isAway {
            store.isDisconnected = true
            if let old = store.page(address, now: clock.now, orStale: true) { return (old, true) }
        }
        let latest = store.latestChange
        do {
            let page = try await pages.page(address, now: clock.now) {
                try await self.renderAndTell(route, exchange.forEveryone(address))
            }
            return (page, !store.isCurrent(page, asOf: latest))
        } catch  where error.isOfSource {
            guard let old = store.page(address, now: clock.now, orStale: true) else { throw error }
            return (old, true)
        }
    }

    /// The shared page for a visitor whom the database cannot tell us of, because it is away: from the cache or from a
    /// replica. It may be out of date, and says so. `nil` if there is none, or the error is another one.
    func sharedResponse(after error: any Error, to head: HTTPRequest) async -> Response? {
        let target = Target(head.path ?? "/")
        guard case DatabaseFault.unreachable = error,
            case .found(let route, let path) = routes.match(head.method, path: target.path), route.cache == .shared
        else { return nil }
        let exchange = Exchange(
            site: self, head: head, path: path, query: target.query(route.parameters), form: .empty, address: nil,
            actor: .visitor, writer: nil)
        var response = try? await sharedResponse(route, exchange)
        response?.fields[.cacheStatus] = Self.stale
        return response
    }

    /// Renders a page, or throws why there is none, once every change that it shows has been told.
    private func renderAndTell(_ route: Route, _ exchange: Exchange) async throws -> SharedPage {
        do {
            let (page, seen) = try await render(route, exchange)
            await changes.reach(seen)
            return page
        } catch {
            if let seen = exchange.span?.latest { await changes.reach(seen) }
            throw error
        }
    }

    /// Renders a cached page again from its address, as of now, before its changes are told; `nil` if there is no such page
    /// any more.
    func renderAhead(_ address: String) async -> (page: SharedPage, seen: Int64)? {
        let target = Target(address)
        guard case .found(let route, let path) = routes.match(.get, path: target.path) else { return nil }
        let query = target.query(route.parameters)
        return try? await render(route, .forEveryone(address, on: self, path: path, query: query))
    }

    /// Renders a page, and gives the latest change that it may show.
    private func render(_ route: Route, _ exchange: Exchange) async throws -> (page: SharedPage, seen: Int64) {
        await changes.reach(0)
        let known = store.latestChange
        let answer = try await answer(route, exchange)
        guard answer.status == .ok || answer.lifetime != nil else { throw EarlyResponse(answer: answer) }
        var response = finish(answer, cache: route.cache)
        // No change that the page shows is later than this, and a page that shows another change is rendered later.
        response.fields[.lastModified] = clock.now.httpDate
        let (earliest, latest) = (exchange.span?.earliest ?? known, exchange.span?.latest ?? known)
        let page = SharedPage(
            response.content, status: response.status, fields: response.fields, slots: answer.slots,
            lifetime: answer.lifetime, asOf: earliest)
        return (page, latest)
    }

    /// The answer of the action, or the cacheable one that it throws: the page of a withdrawn story.
    private func answer(_ route: Route, _ exchange: Exchange) async throws -> Answer {
        do {
            return try await route.action(exchange)
        } catch let early as EarlyResponse where early.answer.lifetime != nil {
            return early.answer
        }
    }
}

extension Route {
    /// The one address of a page: its path, and the parameters that this row reads, each in one spelling.
    fileprivate func address(of exchange: Exchange) -> SafeURL {
        let query = parameters.compactMap { parameter in
            exchange.query[parameter.rawValue].flatMap(parameter.canonical).map { (parameter.rawValue, $0) }
        }
        return address(exchange.path, query)
    }
}

extension SharedPage {
    /// This page in a coding that the client accepts, or 304 (RFC 9110, section 13.2.2).
    fileprivate func response(to head: HTTPRequest, accepting codings: [ContentCoding]) -> Response {
        let tags = head.headerFields.text(of: .ifNoneMatch)
        let (form, isNotModified) = select(accepting: codings, ifNoneMatch: tags)
        guard !isNotModified else { return Response(.notModified, fields: form.fields) }
        return Response(status, fields: form.fields, content: form.body)
    }
}

extension Error {
    /// Whether the database is away, or nothing that can be read is as recent as what was told.
    fileprivate var isOfSource: Bool {
        if case .unreachable? = self as? DatabaseFault { true } else { self is SharedPages.SourceIsBehind }
    }
}
