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
    /// The address below which every comment has its own page, where it surely is. It is written thousands of times, and
    /// therefore escaped once.
    private let comments: HTML

    init(
        edition: Edition, story: StoryReference, currentVersion: Int, state: DiscussionState, personal: Personal?
    ) {
        self.edition = edition
        self.story = story
        self.currentVersion = currentVersion
        self.state = state
        self.personal = personal
        words = edition.words.discussion
        comments = "\(Address.comments(story))"
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
        <div class="comment\(depthClass(entry.depth))\(" highlighted", if: isHighlighted) removed" \
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

    /// A page may have thousands of comments, so each is written in place and not put together from parts.
    private func write(_ entry: Newsroom.Thread.Entry, isHighlighted: Bool, to out: inout HTML) {
        let comment = entry.comment
        let number = comment.id.number
        out.append(
            """
            <article class="comment\(depthClass(entry.depth))\(" highlighted", if: isHighlighted)" id="comment-\(number)">
            <header><h3 id="by-\(number)"><bdi>\(comment.name)</bdi> <span class="wrote">\(words.wrote)</span></h3>\
            \(answered(entry))</header>
            <div class="comment-text">

            """)
        out.append(Markdown.comment(comment.text))
        out.append("</div>\n")
        if comment.storyVersion < currentVersion { out.append(versionNote(comment)) }
        out.append(foot(comment))
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
        <footer>\(edition.commentTime(comment.createdAt))\(editLink(comment))</footer>
        </article>

        """
    }

    private func depthClass(_ depth: Int) -> StaticString {
        switch depth {
        case 0: ""
        case 1: " depth-1"
        case 2: " depth-2"
        default: " depth-3"
        }
    }

    /// Indentation says who is answered as deep as it goes, to those who see it; below, and to all others, words do.
    private func answered(_ entry: Newsroom.Thread.Entry) -> HTML {
        guard let answered = entry.answered else { return "" }
        let name: HTML = answered.name.map { "<bdi>\($0)</bdi>" } ?? "\(words.removedComment)"
        return """
            <p class="answered\(entry.depth > 3 ? "" : " unseen" as StaticString)">\(words.inAnswerTo) \
            <a href="\(comments)/\(answered.id.number)">\(name)</a></p>
            """
    }

    private func versionNote(_ comment: Comment) -> HTML {
        let comparison = Address.version(story, currentVersion, since: comment.storyVersion)
        return """
            <p class="version-note">\(words.earlierVersion) <a href="\(comparison)">\(words.changedSince)</a></p>

            """
    }

    private func foot(_ comment: Comment) -> HTML {
        let number = comment.id.number
        return """
            <footer><a class="permalink" href="\(comments)/\(number)">\(edition.commentTime(comment.createdAt))</a>\
            \(" <span class=\"edited\">\(words.edited)</span>", if: comment.editedAt != nil)\
            \(replyLink(number), if: state.isOpen)\
            \(editLink(comment)) <a href="\(Address.comments)/\(number)/report" rel="nofollow" \
            aria-describedby="by-\(number)">\(words.report)</a></footer>
            </article>

            """
    }

    private func replyLink(_ number: Int64) -> HTML {
        " <a href=\"\(comments)/\(number)#reply\" aria-describedby=\"by-\(number)\">\(words.reply)</a>"
    }

    private func editLink(_ comment: Comment) -> HTML {
        guard personal?.editable.contains(comment.id) == true else { return "" }
        return " <a class=\"own\" href=\"\(Address.edit(comment.id))\">\(words.edit)</a>"
    }
}
