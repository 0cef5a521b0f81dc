import Database
import Foundation
import HTTPTypes
import Markup
import Newsroom

extension Site {
    /// Answers with the page that is the same for everyone. Whatever else a request says, the page is known by its address alone, in
    /// one form, and is rendered from that.
    func keptAnswer(_ route: Route, _ exchange: Exchange) async throws -> Answer {
        let address = route.address(of: exchange).text
        let (page, isOld) = try await page(at: address, route, exchange)
        let codings = ContentCoding.accepted(exchange.head.headerFields.text(of: .acceptEncoding))
        press.packer.offer(page, as: address, accepted: codings)
        var answer = page.answer(to: exchange.head, accepting: codings)
        answer.isKept = press.store.keeps(page, as: address)
        if isOld || press.store.isAdrift { answer.fields[.cacheStatus] = PageStore.adrift }
        return answer
    }

    /// The page as it is, or, where the database is away, as it was when it was kept last.
    private func page(
        at address: String, _ route: Route, _ exchange: Exchange
    ) async throws -> (page: KeptPage, isOld: Bool) {
        if database.isAway {
            press.store.isAdrift = true
            if let old = press.store.page(address, now: clock.now, orOlder: true) { return (old, true) }
        }
        let latest = press.store.latestChange
        do {
            let page = try await press.page(address, now: clock.now) {
                try await self.printAndTell(route, exchange.forEveryone(address))
            }
            return (page, !press.store.isCurrent(page, asOf: latest))
        } catch DatabaseFault.unreachable(let fault) {
            guard let old = press.store.page(address, now: clock.now, orOlder: true) else {
                throw DatabaseFault.unreachable(fault)
            }
            return (old, true)
        }
    }

    /// The page that all see, where the database cannot be asked who somebody is or what they have written: as it is kept, or as a
    /// replica has it. It may be old, and says so. `nil` where there is none, or the error is another one.
    func answerForAll(after error: any Error, to head: HTTPRequest) async -> Answer? {
        let target = Target(head.path ?? "/")
        guard case DatabaseFault.unreachable = error,
            case .found(let route, let path) = routes.match(head.method, path: target.path), route.cache == .shared
        else { return nil }
        let exchange = Exchange(
            site: self, head: head, path: path, query: target.query(route.parameters), form: .empty, address: nil,
            session: nil, writer: nil)
        var answer = try? await keptAnswer(route, exchange)
        answer?.fields[.cacheStatus] = PageStore.adrift
        return answer
    }

    /// Renders a page, or says why there is none, once all that it shows has been told.
    private func printAndTell(_ route: Route, _ exchange: Exchange) async throws -> KeptPage {
        do {
            let (page, seen) = try await print(route, exchange)
            await ticker.reach(seen)
            return page
        } catch {
            if let seen = exchange.lookout?.latest { await ticker.reach(seen) }
            throw error
        }
    }

    /// Renders a kept page anew from its address, as of now, before what has changed is told; `nil` where there is no such page now.
    func printAhead(_ address: String) async -> (page: KeptPage, seen: Int64)? {
        let target = Target(address)
        guard case .found(let route, let path) = routes.match(.get, path: target.path) else { return nil }
        let query = target.query(route.parameters)
        return try? await print(route, .forEveryone(address, on: self, path: path, query: query))
    }

    /// Renders a page; says as of what change it is, and what is the latest one that it may show.
    private func print(_ route: Route, _ exchange: Exchange) async throws -> (page: KeptPage, seen: Int64) {
        await ticker.reach(0)
        let known = press.store.latestChange
        let answer = try await answer(route, exchange)
        guard answer.status == .ok || answer.keeping != nil else { throw Detour(answer: answer) }
        var finished = finish(answer, cache: route.cache)
        // No change that it shows is later than this, and what shows another change is rendered later.
        finished.fields[.lastModified] = clock.now.httpDate
        let (earliest, latest) = (exchange.lookout?.earliest ?? known, exchange.lookout?.latest ?? known)
        return (KeptPage(finished, answer.keeping, asOf: earliest, digest: digest), latest)
    }

    /// What the action answers, or what it lays in place of that to be kept: the page of a story that was withdrawn.
    private func answer(_ route: Route, _ exchange: Exchange) async throws -> Answer {
        do {
            return try await route.action(exchange)
        } catch let detour as Detour where detour.answer.keeping != nil {
            return detour.answer
        }
    }
}

extension Route {
    /// The one address of a page: its path and the parameters that this row reads, each written in one way only.
    fileprivate func address(of exchange: Exchange) -> SafeURL {
        let query = parameters.compactMap { parameter in
            exchange.query[parameter.rawValue].flatMap(parameter.canonical).map { (parameter.rawValue, $0) }
        }
        return address(exchange.path, query)
    }
}

extension KeptPage {
    /// This page for who asks: in a form that is accepted, or 304 (RFC 9110, section 13.2.2).
    fileprivate func answer(to head: HTTPRequest, accepting codings: [ContentCoding]) -> Answer {
        let tags = head.headerFields.text(of: .ifNoneMatch)
        let (form, isKnown) = form(accepting: codings, known: tags)
        var answer = Answer(isKnown ? .notModified : status)
        if !isKnown { answer.content = form.body }
        answer.fields = form.fields
        return answer
    }
}
