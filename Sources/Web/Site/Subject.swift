import Newsroom
import PageCache

/// A part of the newspaper that a page shows. The page is cached until a change touches one of its subjects.
enum Subject: Hashable, Sendable {
    /// The text and the pictures of a story.
    case story(Story.ID)
    /// The comments below a story, their number, and whether the discussion is open.
    case discussion(Story.ID)
    /// The entries of a live story.
    case coverage(Story.ID)
    /// The stories that exist, their order and their topics.
    case lists
    /// The page of a person: the name, and the published comments.
    case person(Person.ID)
}

/// A page that all readers share.
typealias SharedPage = CachedPage<Subject>
/// Renders each shared page once, by its address.
typealias SharedPages = SingleFlight<String, Subject>
typealias SharedPageStore = PageStore<String, Subject>

extension Invalidation<Subject> {
    init(_ change: Change) {
        self.init(
            number: change.number, subjects: Self.subjects(of: change), allowsStale: change.kind.takesNothingBack)
    }

    private static func subjects(of change: Change) -> [Subject]? {
        let person = change.person.map { [Subject.person($0)] }
        guard let story = change.story else { return person }
        return switch change.kind {
        case .commentPublished, .commentEdited, .commentRedacted, .commentRemoved, .commentRestored, .discussionClosed,
            .discussionOpened, .commentersRenamed:
            [.discussion(story)] + (person ?? [])
        case .storyPublished, .storyUpdated, .storyCorrected, .storyWithdrawn, .storyArranged: [.story(story), .lists]
        case .coverageChanged: [.story(story), .lists, .coverage(story)]
        case .entryAdded, .entryEdited, .entryRemoved: [.coverage(story)]
        case .sectionsChanged, .settingsChanged, .personChanged: nil
        }
    }
}
