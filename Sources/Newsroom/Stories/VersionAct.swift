package import struct Foundation.Date

extension Version {
    /// The act that made a version.
    package enum Act: String, Sendable, Hashable, CaseIterable, Codable {
        /// The story appeared.
        case publication
        /// The story goes on.
        case update
        /// Something was wrong. A note says what, and what is right.
        case correction
        /// Something could be misunderstood. A note says what is meant.
        case clarification
        /// Only the spelling changed. The time of the story's update stays, and nobody is told.
        case typo

        /// The acts that make a new version of a published story.
        package static let ofPublished: [Act] = [.update, .correction, .clarification, .typo]

        /// Whether readers find the act on the page of corrections, with its note.
        package var isCorrection: Bool { self == .correction || self == .clarification }
    }
}

/// A correction or a clarification, as its own pages show it.
package struct Correction: Sendable, Hashable {
    package let story: StoryReference
    /// The version that the act made.
    package let version: Int
    package let act: Version.Act
    /// `nil` if an agency only marked its version as a correction.
    package let note: WireText?
    package let at: Date

    package init(story: StoryReference, version: Int, act: Version.Act, note: WireText?, at: Date) {
        self.story = story
        self.version = version
        self.act = act
        self.note = note
        self.at = at
    }

    package var key: PageKey { PageKey(milliseconds: at.milliseconds, number: story.id.number) }
}
