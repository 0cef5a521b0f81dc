import Newsroom

/// The server-sent events that listeners get (HTML Standard, section 9.2).
enum LiveEvent {
    /// How long a browser waits before it reconnects, in milliseconds.
    static let greeting = "retry: 3000\n\n"
    static let heartbeat = ":\n\n"

    /// Tells the browser that its page needs a reload, because the missed events are not known. The script
    /// then shows a link that reloads the page.
    static func reload(_ number: Int64) -> String { event("reload", number, "{}") }

    /// Tells a person how many notifications they have not read. It has no number, because it is not a change of the story.
    static func unread(_ count: Int) -> String {
        "event: unread\ndata: {\"unread\":\(count),\"shown\":\"\(Notification.shown(unread: count))\"}\n\n"
    }

    /// The events for changes of one story, followed by its number of comments if that may have changed. Of
    /// several versions only the last one is sent, because readers see only that one. The last correction is
    /// sent even if an update followed it.
    static func text(of changes: [Change]) -> String {
        var text = withoutEarlierVersions(changes).compactMap(text).joined()
        if let last = changes.last, let comment = changes.last(where: { $0.place != nil }) {
            text += event("count", last.number, "{\"count\":\(comment.commentCount)}")
        }
        return text
    }

    private static func withoutEarlierVersions(_ changes: [Change]) -> [Change] {
        let lastCorrection = changes.last { $0.kind == .storyCorrected }?.number ?? 0
        let last = max(lastCorrection, changes.last { name(of: $0.kind) == "updated" }?.number ?? 0)
        return changes.filter { change in
            switch change.kind {
            case .storyUpdated, .storyArranged: change.number == last
            case .storyCorrected: change.number == lastCorrection
            default: true
            }
        }
    }

    private static func text(of change: Change) -> String? {
        guard let name = name(of: change.kind) else { return nil }
        return event(name, change.number, data(of: change))
    }

    private static func event(_ name: String, _ number: Int64, _ data: String) -> String {
        "id: \(number)\nevent: \(name)\ndata: \(data)\n\n"
    }

    private static func name(of kind: Change.Kind) -> String? {
        switch kind {
        case .commentPublished: "published"
        case .commentEdited: "edited"
        case .commentRedacted: "redacted"
        case .commentRemoved: "removed"
        case .commentRestored: "restored"
        case .discussionClosed: "closed"
        case .discussionOpened: "opened"
        case .storyUpdated, .storyArranged: "updated"
        case .storyCorrected: "corrected"
        case .storyWithdrawn: "withdrawn"
        case .coverageChanged: "coverage"
        case .entryAdded: "entry"
        case .entryEdited: "entry-edited"
        case .entryRemoved: "entry-removed"
        case .storyPublished, .sectionsChanged, .settingsChanged, .commentersRenamed, .personChanged: nil
        }
    }

    private static func data(of change: Change) -> String {
        switch change.kind {
        case .commentPublished, .commentEdited, .commentRedacted, .commentRemoved, .commentRestored:
            guard let place = change.place else { return "{}" }
            let parent = place.parent.map { "\($0)" } ?? "null"
            return "{\"comment\":\(place.comment),\"parent\":\(parent),\"thread\":\(place.thread)}"
        case .storyUpdated, .storyCorrected, .storyArranged: return "{\"version\":\(change.storyVersion)}"
        case .entryAdded, .entryEdited, .entryRemoved: return change.entry.map { "{\"entry\":\($0)}" } ?? "{}"
        case .discussionClosed, .discussionOpened, .storyWithdrawn, .storyPublished, .coverageChanged, .sectionsChanged,
            .settingsChanged, .commentersRenamed, .personChanged:
            return "{}"
        }
    }
}
