import Newsroom
import Testing

@testable import Web

@Suite("Live events", .timeLimit(.minutes(5)))
struct LiveEventTests {
    private static let story = Story.ID(1)

    private func change(_ number: Int64, _ kind: Change.Kind, _ comment: Int64? = nil) -> Change {
        let place = comment.map {
            Change.Place(comment: Comment.ID($0), parent: $0 == 7 ? nil : Comment.ID(7), thread: Comment.ID(7))
        }
        return Change(number: number, kind: kind, story: Self.story, place: place, commentCount: 12, storyVersion: 3)
    }

    @Test("The event of a comment gives its place in the thread, and the count follows")
    func comment() {
        #expect(
            LiveEvent.text(of: [change(4, .commentPublished, 7), change(5, .commentPublished, 9)]) == """
                id: 4
                event: published
                data: {"comment":7,"parent":null,"thread":7}

                id: 5
                event: published
                data: {"comment":9,"parent":7,"thread":7}

                id: 5
                event: count
                data: {"count":12}


                """)
    }

    @Test(
        "Every kind of change has its event",
        arguments: [
            (.commentEdited, "edited"), (.commentRedacted, "redacted"), (.commentRemoved, "removed"),
            (.commentRestored, "restored"),
            (.discussionClosed, "closed"), (.discussionOpened, "opened"), (.storyUpdated, "updated"),
            (.storyArranged, "updated"), (.storyCorrected, "corrected"), (.storyWithdrawn, "withdrawn"),
            (.coverageChanged, "coverage"), (.entryAdded, "entry"), (.entryEdited, "entry-edited"),
            (.entryRemoved, "entry-removed"),
        ] as [(Change.Kind, String)])
    func kinds(kind: Change.Kind, name: String) {
        #expect(LiveEvent.text(of: [change(4, kind, 7)]).hasPrefix("id: 4\nevent: \(name)\ndata: {"))
    }

    @Test("A change of the whole site is sent for every story, and no change is sent twice")
    func told() {
        var told = RecentChanges()
        told.append([
            change(1, .commentPublished, 7), Change(number: 2, kind: .discussionClosed, story: nil),
            Change(number: 3, kind: .storyUpdated, story: Story.ID(2)),
        ])
        #expect(text(told, after: 1) == "id: 2\nevent: closed\ndata: {}\n\n")
        #expect(text(told, after: 3).isEmpty)
        told.append((4...5_000).map { change($0, .commentEdited, 7) })
        #expect(text(told, after: 1) == "id: 5000\nevent: reload\ndata: {}\n\n")
    }

    private func text(
        _ told: RecentChanges, after number: Int64, openness: DiscussionOpenness = .open
    ) -> String {
        var openness = openness
        return told.text(on: Self.story, after: number, openness: &openness)
    }

    @Test("Missed events depend on whether the discussion was open at the time")
    func late() {
        var told = RecentChanges()
        told.append([
            Change(number: 1, kind: .discussionOpened, story: nil), change(2, .discussionOpened),
            Change(number: 3, kind: .discussionClosed, story: nil),
        ])
        var openness = DiscussionOpenness(isStoryOpen: false, isHouseOpen: false)
        let text = told.text(on: Self.story, after: 0, openness: &openness)
        #expect(text == "id: 2\nevent: opened\ndata: {}\n\nid: 3\nevent: closed\ndata: {}\n\n")
        #expect(openness == DiscussionOpenness(isStoryOpen: true, isHouseOpen: false))
    }

    @Test("Only the latest version and the latest correction are sent")
    func versions() {
        let names = [Change.Kind.storyCorrected, .storyUpdated, .storyCorrected, .storyUpdated, .storyArranged]
        let text = LiveEvent.text(of: names.enumerated().map { change(Int64($0.offset) + 1, $0.element) })
        #expect(
            text == """
                id: 3
                event: corrected
                data: {"version":3}

                id: 5
                event: updated
                data: {"version":3}


                """)
        #expect(LiveEvent.text(of: [change(1, .storyUpdated), change(2, .storyCorrected)]).hasPrefix("id: 2\n"))
    }

    @Test("Seats are limited per source and in total, and are free again once their clients leave")
    func seats() throws {
        let listeners = Listeners(limits: ListenerLimits(perSource: 2, all: 3))
        var seats = [try listeners.seat(for: "one"), try listeners.seat(for: "one")]
        #expect(refusal { try listeners.seat(for: "one") } == .tooSoon)
        seats.append(try listeners.seat(for: "two"))
        #expect(refusal { try listeners.seat(for: "three") } == .unavailable)
        #expect(seats.count == 3)
        seats.removeFirst()
        seats.append(try listeners.seat(for: "one"))
        #expect(refusal { try listeners.seat(for: "one") } == .unavailable)
    }

    private func refusal(_ body: () throws -> Listeners.Seat) -> Refusal.Kind? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? Refusal)?.kind
        }
    }
}
