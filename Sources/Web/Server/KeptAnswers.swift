import Foundation
import HTTPTypes
import Markup
import Newsroom

extension Site {
    /// Answers with the page that is the same for everyone. Whatever else a request says, the page is known by its address alone, in
    /// one form, and is rendered from that.
    func keptAnswer(_ route: Route, _ exchange: Exchange) async throws -> Answer {
        let address = route.address(of: exchange)
        let everyone = exchange.forEveryone(address)
        let page = try await press.page(address.text, now: clock.now) { try await self.print(route, everyone) }
        return page.answer(to: exchange.head)
    }

    /// Renders a page and says as of what change it is.
    private func print(_ route: Route, _ exchange: Exchange) async throws -> KeptPage {
        await ticker.reach(0)
        let known = press.store.latestChange
        let answer = try await route.action(exchange)
        guard answer.status == .ok else { throw Detour(answer: answer) }
        let keeping = answer.keeping
        var finished = finish(answer, cache: route.cache)
        finished.fields[.lastModified] = keeping?.lastModified?.httpDate
        return KeptPage(finished, keeping, asOf: known)
    }
}

extension Route {
    /// The one address of a page: its path and the parameters that this row reads, each written in one way only.
    fileprivate func address(of exchange: Exchange) -> SafeURL {
        let path = segments.map { segment in
            segment.first == "{" ? exchange.path[String(segment.dropFirst().dropLast())] ?? "" : String(segment)
        }
        let query = parameters.compactMap { parameter in
            exchange.query[parameter.rawValue].flatMap(parameter.canonical).map { (parameter.rawValue, $0) }
        }
        return SafeURL(path: path, query: query)
    }
}

extension KeptPage {
    /// This page for who asks: in a form that is accepted, or 304 (RFC 9110, section 13.2.2).
    fileprivate func answer(to head: HTTPRequest) -> Answer {
        let codings = ContentCoding.accepted(head.headerFields[.acceptEncoding])
        let tags = head.headerFields[values: .ifNoneMatch].joined(separator: ",")
        let (form, isKnown) = form(accepting: codings, known: tags)
        var answer = Answer(isKnown ? .notModified : .ok)
        if !isKnown { answer.content = form.body }
        answer.fields = form.fields
        return answer
    }
}
