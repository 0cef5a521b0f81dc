/// The texts of a story before and after a correction or a clarification.
package struct CorrectedText: Sendable, Hashable {
    /// The version that the act made.
    package let version: Int
    package let act: Version.Act
    package let before: StoryText
    package let after: StoryText

    package init(version: Int, act: Version.Act, before: StoryText, after: StoryText) {
        self.version = version
        self.act = act
        self.before = before
        self.after = after
    }
}

/// Finds the comments that quote a passage which a later version of the story corrects. The passage stood in the text
/// before the correction, and stands neither in the text after it nor in the current one.
package struct CorrectedPassages: Sendable {
    /// Earlier corrections than the last three are not looked at.
    package static let mostCorrections = 3
    /// Shorter quotations are in any story by chance. No sentence is as long as the longest.
    private static let letters = 8...2_000
    /// The comparisons of letters that all comments of a page may take together: some milliseconds.
    private static let mostSteps = 10_000_000

    /// The texts before and after a correction, prepared for finding quotations.
    package struct Change: Sendable {
        package let version: Int
        package let act: Version.Act
        private let before: QuotableText
        private let after: QuotableText
        /// The number of letters with which both texts begin, and of those with which both end.
        private let (sameBefore, sameAfter): (Int, Int)

        package init(version: Int, act: Version.Act, before: QuotableText, after: QuotableText) {
            self.version = version
            self.act = act
            self.before = before
            self.after = after
            let fewer = min(before.letters.count, after.letters.count)
            let start = (0..<fewer).first { before.letters[$0] != after.letters[$0] } ?? fewer
            let (lastBefore, lastAfter) = (before.letters.count - 1, after.letters.count - 1)
            let end = (0..<(fewer - start)).first { before.letters[lastBefore - $0] != after.letters[lastAfter - $0] }
            (sameBefore, sameAfter) = (start, end ?? fewer - start)
        }

        /// Whether a quotation is in the text before and not in the text after. A passage that touches no changed letter
        /// is in both.
        fileprivate func changed(_ quotation: [UInt32], steps: inout Int) -> Bool {
            let end = min(before.letters.count, before.letters.count - sameAfter + quotation.count)
            let range = max(0, sameBefore - quotation.count)..<end
            steps -= range.count + quotation.count
            guard before.place(of: quotation, in: range) != nil else { return false }
            steps -= after.letters.count
            return !after.contains(quotation)
        }
    }

    private let changes: [Change]
    private let current: QuotableText

    /// `changes` begin with the newest.
    package init(_ changes: [Change], current: QuotableText) {
        self.changes = Array(changes.prefix(Self.mostCorrections))
        self.current = current
    }

    /// The newest change of a passage that each comment quotes, for the comments that quote one.
    package func changes(quotedIn threads: some Sequence<Thread>) -> [Comment.ID: Change] {
        guard let newest = changes.map(\.version).max() else { return [:] }
        var steps = Self.mostSteps
        var found: [Comment.ID: Change] = [:]
        for comment in threads.lazy.flatMap(\.entries).map(\.comment) where comment.isQuoting(before: newest) {
            let quotations = comment.quotedPassages.map { QuotableText($0).letters }
                .filter { Self.letters.contains($0.count) }
            found[comment.id] = changes.first { change in
                comment.storyVersion < change.version
                    && quotations.contains { steps > 0 && isChanged($0, by: change, steps: &steps) }
            }
        }
        return found
    }

    private func isChanged(_ quotation: [UInt32], by change: Change, steps: inout Int) -> Bool {
        guard change.changed(quotation, steps: &steps) else { return false }
        steps -= current.letters.count
        return !current.contains(quotation)
    }
}

extension Comment {
    /// Whether readers see the comment, it is about an earlier version than this one, and it quotes anything.
    package func isQuoting(before version: Int) -> Bool {
        state == .published && storyVersion < version && !quotedPassages.isEmpty
    }
}
