import NIOCore
import Newsroom
import Synchronization

/// How many connections may listen, from one source and in all.
package struct ListenerLimits: Sendable {
    package let perSource: Int
    package var all: Int
}

/// The connections that listen to stories, counted for each source and in all.
final class Listeners: Sendable {
    private struct State {
        var audiences: [Story.ID: Audience] = [:]
        var seats: [String: Int] = [:]
        var seatsInAll = 0
        var told = ToldChanges()
    }

    private let limits: ListenerLimits
    private let state = Mutex(State())

    init(limits: ListenerLimits) { self.limits = limits }

    /// A seat for one more; it is free again when the last reference to it is gone. Refuses with `tooSoon` where this source has
    /// as many as it may have, with `unavailable` where all are taken.
    func seat(for source: String) throws(Refusal) -> Seat {
        let refusal = state.withLock { state -> Refusal? in
            guard state.seatsInAll < limits.all else {
                return Refusal(.service(.listenersFull), retryAfter: 30)
            }
            guard state.seats[source, default: 0] < limits.perSource else {
                return Refusal(.service(.listenersFromHere), retryAfter: 30)
            }
            state.seats[source, default: 0] += 1
            state.seatsInAll += 1
            return nil
        }
        if let refusal { throw refusal }
        return Seat(listeners: self, source: source)
    }

    /// A place among the listeners, held as long as it is referred to.
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

    /// From now on and until it ends, this connection is told what happens to the story; first what was told since the change that
    /// it knows, after which the doors of the discussion stood so.
    func join(
        _ connection: any Channel, _ story: Story.ID, knowing number: Int64, doors: DiscussionDoors, seat: Seat
    ) {
        state.withLock { state in
            var doors = doors
            let missed = state.told.text(on: story, after: number, doors: &doors)
            state.audiences[story, default: Audience()].welcome(connection, doors)
            if !missed.isEmpty { Audience.send(missed, to: [connection]) }
        }
        connection.closeFuture.whenComplete { [seat] _ in
            self.leave(connection, story)
            _ = seat
        }
    }

    private func leave(_ connection: any Channel, _ story: Story.ID) {
        state.withLock { state in
            state.audiences[story]?.leave(connection)
            if state.audiences[story]?.connections.isEmpty == true { state.audiences[story] = nil }
        }
    }

    /// Tells changes, in their order, to who listens to their stories; what concerns the house, to all for whom it is news.
    func tell(_ changes: [Change]) {
        state.withLock { state in
            state.told.append(changes)
            guard !state.audiences.isEmpty else { return }
            let ofHouse = changes.filter { $0.story == nil }
            let stories = ofHouse.isEmpty ? Set(changes.compactMap(\.story)) : Set(state.audiences.keys)
            let byStory = Dictionary(grouping: changes, by: \.story)
            for story in stories where state.audiences[story] != nil {
                let theirs = (ofHouse + (byStory[story] ?? [])).sorted { $0.number < $1.number }
                if state.audiences[story]?.hear(theirs) == true { pace(story, &state) }
            }
        }
    }

    /// What was told may be true no more: all are told to load their page again.
    func tellToLoadAgain(_ number: Int64) {
        state.withLock { state in
            state.told = ToldChanges(after: number)
            for story in Array(state.audiences.keys)
            where state.audiences[story]?.mustLoadAgain(number) == true { pace(story, &state) }
        }
    }

    /// A sign of life to all, so that dead connections are found and living ones are kept by what is between.
    func beat() {
        state.withLock { state in
            for audience in state.audiences.values { audience.sendToAll(LiveEvent.heartbeat) }
        }
    }

    var count: Int { state.withLock { $0.audiences.values.reduce(0) { $0 + $1.connections.count } } }

    /// Sends what an audience has not heard yet, and what comes in the next moment together at its end.
    private func pace(_ story: Story.ID, _ state: inout State) {
        guard let rest = state.audiences[story]?.sendWhatIsNew() else { return }
        rest.loop.scheduleTask(in: rest.pause) { self.state.withLock { self.pace(story, &$0) } }
    }
}
