package import Foundation

/// The updates of a story, as its discussion shows them between the comments.
package struct StoryUpdates: Sendable, Hashable {
    /// The number of the current version.
    package let current: Int
    /// When each version replaced the one before it, without those that only correct a typo. Begins with the oldest
    /// version that a shown comment responds to.
    package let times: [Int: Date]
    /// Those of these versions that correct or clarify something.
    package let corrected: Set<Int>
    /// The version of the last comment on the previous page; `nil` on a first page.
    package let previous: Int?
    /// The texts that corrections changed, if a shown comment may quote from them.
    package let correctedTexts: [CorrectedText]

    package init(
        current: Int, times: [Int: Date] = [:], corrected: Set<Int> = [], previous: Int? = nil,
        correctedTexts: [CorrectedText] = []
    ) {
        self.current = current
        self.times = times
        self.corrected = corrected
        self.previous = previous
        self.correctedTexts = correctedTexts
    }

    /// The time of the last update after an older version, up to a newer one; `nil` if only typos differ.
    package func last(after older: Int, upTo newer: Int) -> Date? {
        older < newer ? ((older + 1)...newer).reversed().lazy.compactMap { times[$0] }.first : nil
    }

    /// Whether something was corrected after an older version, up to a newer one.
    package func isCorrected(after older: Int, upTo newer: Int) -> Bool {
        corrected.contains { $0 > older && $0 <= newer }
    }

    /// The time of the first such update.
    package func first(after older: Int, upTo newer: Int) -> Date? {
        older < newer ? ((older + 1)...newer).lazy.compactMap { times[$0] }.first : nil
    }

    /// The version to which each thread belongs, for threads in chronological order. A comment may name an
    /// older version than the comment before it, because its form was opened earlier. It still belongs to the
    /// newer version.
    package static func runs(of threads: some Sequence<Thread>) -> [Int] {
        var latest = 0
        return threads.map { thread in
            latest = max(latest, thread.beginning?.storyVersion ?? 0)
            return latest
        }
    }
}
