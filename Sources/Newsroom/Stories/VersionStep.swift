package import struct Foundation.Date

/// The act that made a version, with its note to readers.
package struct VersionStep: Sendable, Hashable {
    package let version: Int
    package let act: Version.Act
    /// By the newspaper, or else by the agency.
    package let note: WireText?
    package let at: Date

    package init(version: Int, act: Version.Act, note: String?, at: Date) {
        self.version = version
        self.act = act
        self.note = note.map { WireText($0) }
        self.at = at
    }
}

extension Version {
    package var step: VersionStep {
        VersionStep(version: number, act: act, note: note?.sent ?? revision?.note, at: createdAt)
    }
}

extension Correction {
    package init(story: StoryReference, _ step: VersionStep) {
        self.init(story: story, version: step.version, act: step.act, note: step.note, at: step.at)
    }
}
