import Markup
import Newsroom

/// One comment: who wrote it, what, when, and what can be done with it.
struct CommentView {
    let edition: Edition
    let story: StoryReference
    /// The version of the story that stands now.
    let currentVersion: Int
    let state: DiscussionState
    let personal: Personal?
    private let words: DiscussionWords
    private let stencil: CommentStencil

    init(
        edition: Edition, story: StoryReference, currentVersion: Int, state: DiscussionState, personal: Personal?
    ) {
        self.edition = edition
        self.story = story
        self.currentVersion = currentVersion
        self.state = state
        self.personal = personal
        words = edition.words.discussion
        stencil = CommentStencil(words: edition.words.discussion, story: story, takesReplies: state.isOpen)
    }

    /// Writes the comments of a thread in reading order, each indented by its depth.
    func write(_ thread: Newsroom.Thread, highlighting highlighted: Comment.ID? = nil, to out: inout HTML) {
        for entry in thread.entries {
            let isHighlighted = entry.comment.id == highlighted
            if let line = line(inPlaceOf: entry.comment) {
                out.append(self.line(line, entry, isHighlighted: isHighlighted))
            } else {
                write(entry, isHighlighted: isHighlighted, to: &out)
            }
        }
    }

    private func line(_ line: String, _ entry: Newsroom.Thread.Entry, isHighlighted: Bool) -> HTML {
        """
        <div class="comment\(stencil.depthClass(entry.depth))\(" highlighted", if: isHighlighted) removed" \
        id="comment-\(entry.comment.id.number)">
        <p>\(line)</p>
        \(toItsAuthor(entry.comment.id))</div>

        """
    }

    /// To the author alone: when it was ruled, and the sentence that was added.
    private func toItsAuthor(_ comment: Comment.ID) -> HTML {
        guard let ruling = personal?.rulings[comment] else { return "" }
        let sentence: HTML = ruling.sentence.map { ": <q class=\"typed\" dir=\"auto\">\($0)</q>" } ?? "."
        return "<p class=\"own\">\(words.ruledOnYours) \(edition.commentTime(ruling.createdAt))\(sentence)</p>\n"
    }

    private func write(_ entry: Newsroom.Thread.Entry, isHighlighted: Bool, to out: inout HTML) {
        let comment = entry.comment
        stencil.writeHead(of: entry, isHighlighted: isHighlighted, to: &out)
        out.write(comment: comment.text)
        out.write("</div>\n")
        if comment.storyVersion < currentVersion { out.append(versionNote(comment)) }
        let isEditable = personal?.editable.contains(comment.id) == true
        stencil.writeFoot(
            of: comment, time: edition.commentTime(comment.createdAt), edit: isEditable ? editLink(comment) : nil,
            to: &out)
    }

    /// What stands where a comment that is not shown has answers below it, or was taken down; `nil` for one that is shown.
    private func line(inPlaceOf comment: Comment) -> String? {
        switch comment.state {
        case .published: nil
        case .held: words.heldInThread
        case .removed(let clause): words.removed(edition.title(ofClause: clause))
        }
    }

    /// A comment outside its thread: the one that waits for the desk, as its writer sees it.
    func waiting(_ comment: Comment) -> HTML {
        """
        <article class="comment waiting" id="comment-\(comment.id.number)">
        <p class="waits">\(words.waits)</p>
        <header><h3><bdi>\(comment.name)</bdi> <span class="wrote">\(words.wrote)</span></h3></header>
        <div class="comment-text">
        \(Markdown.comment(comment.text))</div>
        <footer>\(edition.commentTime(comment.createdAt))\
        \(editLink(comment), if: personal?.editable.contains(comment.id) == true)</footer>
        </article>

        """
    }

    private func versionNote(_ comment: Comment) -> HTML {
        let comparison = Address.version(story, currentVersion, since: comment.storyVersion)
        return """
            <p class="version-note">\(words.earlierVersion) <a href="\(comparison)">\(words.changedSince)</a></p>

            """
    }

    private func editLink(_ comment: Comment) -> HTML {
        " <a class=\"own\" href=\"\(Address.edit(comment.id))\">\(words.edit)</a>"
    }
}
