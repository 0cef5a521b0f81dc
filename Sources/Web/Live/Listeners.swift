import HTTPServer
import NIOCore
import Newsroom
import Synchronization

/// How many connections may listen, per source and in total.
package struct ListenerLimits: Sendable {
    package let perSource: Int
    package var all: Int
}

/// The connections that listen to stories, counted per source and in total.
final class Listeners: Sendable {
    private struct State {
        var audiences: [Story.ID: Audience] = [:]
        var seats: [String: Int] = [:]
        var seatsInAll = 0
        var recent = RecentChanges()
        var limits: ListenerLimits
    }

    private let state: Mutex<State>

    init(limits: ListenerLimits) { state = Mutex(State(limits: limits)) }

    /// Changes the limits. Listeners above them stay until they leave.
    func limit(to limits: ListenerLimits) { state.withLock { $0.limits = limits } }

    /// A seat for one more listener. It is free again when the last reference to it is gone. Refuses with
    /// `tooSoon` if this source has all its seats, and with `unavailable` if all seats are taken.
    func seat(for source: String) throws(Refusal) -> Seat {
        let refusal = state.withLock { state -> Refusal? in
            guard state.seatsInAll < state.limits.all else {
                return Refusal(.service(.listenersFull), retryAfter: 30)
            }
            guard state.seats[source, default: 0] < state.limits.perSource else {
                return Refusal(.service(.listenersFromHere), retryAfter: 30)
            }
            state.seats[source, default: 0] += 1
            state.seatsInAll += 1
            return nil
        }
        if let refusal { throw refusal }
        return Seat(listeners: self, source: source)
    }

    /// One listener's place, taken while anything refers to it.
    final class Seat: Sendable {
        private let listeners: Listeners
        private let source: String

        fileprivate init(listeners: Listeners, source: String) {
            self.listeners = listeners
            self.source = source
        }

        deinit { listeners.free(source) }
    }

    private func free(_ source: String) {
        state.withLock { state in
            state.seatsInAll -= 1
            guard let left = state.seats[source].map({ $0 - 1 }) else { return }
            state.seats[source] = left > 0 ? left : nil
        }
    }

    /// Sends the story's events to this connection until it closes, beginning with those after the change
    /// `number`. `openness` is how open the discussion was after that change.
    func join(
        _ connection: StreamConnection, _ story: Story.ID, knowing number: Int64, openness: DiscussionOpenness,
        seat: Seat
    ) {
        state.withLock { state in
            var openness = openness
            let missed = state.recent.text(on: story, after: number, openness: &openness)
            state.audiences[story, default: Audience()].add(connection, openness)
            if !missed.isEmpty { Audience.send(missed, to: [connection]) }
        }
        connection.whenClosed { [seat] in
            self.leave(connection, story)
            _ = seat
        }
    }

    private func leave(_ connection: StreamConnection, _ story: Story.ID) {
        state.withLock { state in
            state.audiences[story]?.remove(connection)
            if state.audiences[story]?.connections.isEmpty == true { state.audiences[story] = nil }
        }
    }

    /// Sends the events of these changes, in order, to the listeners of their stories. Changes of the whole
    /// newspaper go to all audiences.
    func tell(_ changes: [Change]) {
        state.withLock { state in
            state.recent.append(changes)
            guard !state.audiences.isEmpty else { return }
            let ofHouse = changes.filter { $0.story == nil && $0.person == nil }
            let stories = ofHouse.isEmpty ? Set(changes.compactMap(\.story)) : Set(state.audiences.keys)
            let byStory = Dictionary(grouping: changes, by: \.story)
            for story in stories where state.audiences[story] != nil {
                let theirs = (ofHouse + (byStory[story] ?? [])).sorted { $0.number < $1.number }
                if state.audiences[story]?.queue(theirs) == true { pace(story, &state) }
            }
        }
    }

    /// Tells all listeners that their page needs a reload, because earlier events may be wrong.
    func tellToReload(_ number: Int64) {
        state.withLock { state in
            state.recent = RecentChanges(after: number)
            for story in Array(state.audiences.keys)
            where state.audiences[story]?.queueReload(number) == true { pace(story, &state) }
        }
    }

    /// Sends an empty event-stream comment to all connections. It detects dead connections and keeps proxies
    /// from closing idle ones.
    func beat() {
        state.withLock { state in
            for audience in state.audiences.values { audience.sendToAll(LiveEvent.heartbeat) }
        }
    }

    /// How many seats are taken.
    var taken: Int { state.withLock { $0.seatsInAll } }

    var count: Int { state.withLock { $0.audiences.values.reduce(0) { $0 + $1.connections.count } } }

    /// Sends the queue of an audience, pauses, and repeats until the queue is empty.
    private func pace(_ story: Story.ID, _ state: inout State) {
        guard let rest = state.audiences[story]?.sendQueue() else { return }
        rest.loop.scheduleTask(in: rest.pause) { self.state.withLock { self.pace(story, &$0) } }
    }
}
