package import Foundation

/// A person as everybody may see them: under the name of their comments.
package struct PublicPerson: Sendable, Hashable {
    /// Comments are counted up to this number. The number then means "this many, or more".
    package static let mostCounted = 10_000

    package let id: Person.ID
    package let name: String
    package let isStaff: Bool
    package let since: Date
    /// The number of published comments on published stories, at least 1.
    package let commentCount: Int

    package init(id: Person.ID, name: String, isStaff: Bool, since: Date, commentCount: Int) {
        self.id = id
        self.name = name
        self.isStaff = isStaff
        self.since = since
        self.commentCount = commentCount
    }

    /// The readable part of the address of their page. It never selects the page.
    package var slug: Slug { Slug(personNamed: name) }
}

/// A published comment with its story.
package struct PublicComment: Sendable, Hashable {
    package let comment: Comment
    package let story: StoryReference

    package init(comment: Comment, story: StoryReference) {
        self.comment = comment
        self.story = story
    }
}
