import Database
import HTTPServer
import HTTPTypes
import Newsroom
import Operations
import Storage

/// Sends the events of a story and its discussion to a listener (HTML Standard, section 9.2, server-sent
/// events).
enum ReadLive {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.read { tx in try exchange.story(in: tx) }
        var answer = Answer(type: "text/event-stream; charset=utf-8")
        // A proxy must pass on each event immediately.
        answer.fields[.xAccelBuffering] = "no"
        guard exchange.head.method == .get else { return answer }
        let stream = LiveStream(
            site: exchange.site, story: story.id, publishedAt: story.publishedAt, known: known(exchange),
            seat: try exchange.site.listeners.seat(for: exchange.source), person: exchange.actor.person,
            session: Keys.hash(exchange.session))
        answer.stream = { try await stream.begin(on: $0) }
        return answer
    }

    /// The last change that the browser received or that its page shows; `nil` if the request does not name
    /// one. An invalid number becomes -1, which is older than the change feed, so that the browser is asked
    /// for a reload.
    private static func known(_ exchange: Exchange) -> Int64? {
        let said = [exchange.head.headerFields.text(of: .lastEventID), exchange.query["after"]].compactMap(\.self)
            .filter { !$0.isEmpty }
        return said.lazy.compactMap { Int64($0) }.first { $0 >= 0 } ?? (said.isEmpty ? nil : -1)
    }
}
