/// The contents of a generated site and the paths that are useful for measuring. Printed as JSON.
struct Account: Encodable {
    struct Place: Encodable {
        let story: Int
        let path: String
        let comments: Int
    }

    struct Middle: Encodable {
        /// The path of the discussion page that starts in the middle.
        let page: String
        let permalink: String
    }

    let stories: Int
    let comments: Int
    let seed: UInt64
    var openCases = 0
    /// The stories with 11, 1,000 and 100,000 comments, by that number.
    private(set) var special: [String: Place] = [:]
    private(set) var middle: Middle?
    /// The story with the most comments, apart from the special ones.
    private(set) var busiest: Place?
    /// The latest story without a comment.
    private(set) var silent: Place?
    let topic = "/topics/\(Words.topical[0])"

    init(stories: Int, comments: Int, seed: UInt64) {
        self.stories = stories
        self.comments = comments
        self.seed = seed
    }

    /// Adds a story. `first` is the number of its first comment.
    mutating func note(_ story: Int, _ slug: String, _ shape: DiscussionShape, first: Int) {
        let place = Place(story: story, path: "/stories/\(story)/\(slug)", comments: shape.published)
        let count = shape.parents.count
        if story <= DiscussionSizes.special.count, count == DiscussionSizes.special[story - 1] {
            special[String(count)] = place
            if story == DiscussionSizes.special.count { middle = Self.middle(of: shape, place, first: first) }
        } else if count > busiest?.comments ?? 0 {
            busiest = place
        }
        if count == 0 { silent = place }
    }

    private static func middle(of shape: DiscussionShape, _ place: Place, first: Int) -> Middle? {
        let half = shape.parents.count / 2
        guard let beginning = shape.parents[half...].firstIndex(where: { $0 == nil }) else { return nil }
        let time = StoryWriter.publication(of: place.story) + shape.times[beginning]
        return Middle(
            page: "\(place.path)?after=\(time)-\(first + beginning)",
            permalink: "\(place.path)/comments/\(first + beginning)")
    }
}
