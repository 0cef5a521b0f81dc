/// What a filled site holds, and where; printed as JSON.
struct Account: Encodable {
    struct Place: Encodable {
        let story: Int
        let path: String
        let comments: Int
    }

    struct Middle: Encodable {
        /// The page of the discussion that begins in the middle.
        let page: String
        let permalink: String
    }

    let stories: Int
    let comments: Int
    let seed: UInt64
    var openCases = 0
    /// By number of comments: 11, 1000, 100000.
    private(set) var special: [String: Place] = [:]
    private(set) var middle: Middle?
    /// The busiest of the other stories, and the latest one without a comment.
    private(set) var busiest: Place?
    private(set) var silent: Place?
    let topic = "/topics/\(Words.topical[0])"

    init(stories: Int, comments: Int, seed: UInt64) {
        self.stories = stories
        self.comments = comments
        self.seed = seed
    }

    /// Takes in a story; `first` is the number of its first comment.
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
