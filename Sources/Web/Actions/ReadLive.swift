import Database
import HTTPTypes
import Newsroom
import Storage

/// What happens to a story and below it, told to who listens (HTML Standard, section 9.2, server-sent events).
enum ReadLive {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let story = try await exchange.read { tx in try exchange.story(in: tx).id }
        var answer = Answer(type: "text/event-stream; charset=utf-8")
        // A proxy must hand each event on at once.
        answer.fields[.xAccelBuffering] = "no"
        guard exchange.head.method == .get else { return answer }
        let known = exchange.head.headerFields[.lastEventID] ?? exchange.query["after"]
        answer.stream = LiveStream(
            site: exchange.site, story: story, known: known.flatMap { Int64($0) },
            seat: try exchange.site.listeners.seat(for: exchange.source))
        return answer
    }
}
