import Metering
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
    /// Responds with the page that all readers share. `filling` puts a visitor's own parts into its slots.
    /// The shared page depends only on its canonical address, whatever else the request contains.
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

    /// Marks the response if it may be out of date.
    private func tellingAge(of response: Response, _ isStale: Bool) -> Response {
        guard isStale || store.isDisconnected else { return response }
        var response = response
        response.fields[.cacheStatus] = Self.stale
        return response
    }

    /// The current page; while the database is unavailable, the last cached one.
    private func page(
        at address: String, _ route: Route, _ exchange: Exchange
    ) async throws -> (page: SharedPage, isStale: Bool) {
        if database.isAway {
            store.isDisconnected = true
            if let old = store.page(address, now: clock.now, orStale: true) { return stale(old) }
        }
        RequestTrace.current?.note(.hit)
        let latest = store.latestChange
        do {
            let page = try await pages.page(address, now: clock.now) {
                RequestTrace.current?.note(.miss)
                return try await self.renderAndTell(route, exchange.forEveryone(address))
            }
            return (page, !store.isCurrent(page, asOf: latest))
        } catch  where error.isOfSource {
            guard let old = store.page(address, now: clock.now, orStale: true) else { throw error }
            return stale(old)
        }
    }

    private func stale(_ page: SharedPage) -> (page: SharedPage, isStale: Bool) {
        RequestTrace.current?.note(.stale)
        return (page, true)
    }

    /// The shared page for a visitor whom the database cannot identify because it is unavailable. The page
    /// comes from the cache or from a replica, and says that it may be out of date. Returns `nil` if there is
    /// no page, or if the error has another cause.
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

    /// Renders a page, or throws the reason why there is none. Before it returns or throws, it waits until
    /// every change that it has read is announced.
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

    /// Re-renders a cached page from its address and the current state, before the changes are announced;
    /// `nil` if the page no longer exists.
    func renderAhead(_ address: String) async -> (page: SharedPage, seen: Int64)? {
        let target = Target(address)
        guard case .found(let route, let path) = routes.match(.get, path: target.path) else { return nil }
        let query = target.query(route.parameters)
        monitoring.renderingsAhead.add()
        return try? await render(route, .forEveryone(address, on: self, path: path, query: query))
    }

    /// Renders a page. Also returns the latest change that it may show.
    private func render(_ route: Route, _ exchange: Exchange) async throws -> (page: SharedPage, seen: Int64) {
        await changes.reach(0)
        let known = store.latestChange
        let answer = try await answer(route, exchange)
        guard answer.status == .ok || answer.lifetime != nil else { throw EarlyResponse(answer: answer) }
        var response = finish(answer, cache: route.cache)
        // No change that the page shows is later than this time, and a page with a further change never gets
        // an earlier time.
        response.fields[.lastModified] = clock.now.httpDate
        let (earliest, latest) = (exchange.span?.earliest ?? known, exchange.span?.latest ?? known)
        let page = SharedPage(
            response.content, status: response.status, fields: response.fields, slots: answer.slots,
            lifetime: answer.lifetime, asOf: earliest, owner: monitoring.routes[at: route.place])
        return (page, latest)
    }

    /// The answer of the action, or a cacheable answer that it throws: the page of a withdrawn story.
    private func answer(_ route: Route, _ exchange: Exchange) async throws -> Answer {
        do {
            return try await route.action(exchange)
        } catch let early as EarlyResponse where early.answer.lifetime != nil {
            return early.answer
        }
    }
}

extension Route {
    /// The canonical address of a page: its path, and the canonical values of the parameters that the route
    /// reads.
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
    /// Whether the database is unavailable, or everything that can be read is older than the announced
    /// changes.
    fileprivate var isOfSource: Bool {
        if case .unreachable? = self as? DatabaseFault { true } else { self is SharedPages.SourceIsBehind }
    }
}
