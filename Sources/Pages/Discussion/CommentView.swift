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

    private var words: DiscussionWords { edition.words.discussion }

    /// The comments of a thread in reading order, each indented by its depth.
    func thread(_ thread: Newsroom.Thread, highlighting highlighted: Comment.ID? = nil) -> HTML {
        var out = HTML()
        for entry in thread.entries {
            out.append(self.entry(entry, isHighlighted: entry.comment.id == highlighted))
        }
        return out
    }

    private func entry(_ entry: Newsroom.Thread.Entry, isHighlighted: Bool) -> HTML {
        let comment = entry.comment
        let classes: HTML = """
            comment\(depthClass(entry.depth))\(" highlighted", if: isHighlighted)\
            \(" removed", if: comment.state != .published)
            """
        if let line = line(inPlaceOf: comment) {
            return """
                <div class="\(classes)" id="comment-\(comment.id.number)">
                <p>\(line)</p>
                </div>

                """
        }
        return """
            <article class="\(classes)" id="comment-\(comment.id.number)">
            <header><h3 id="by-\(comment.id.number)"><bdi>\(comment.name)</bdi> <span class="wrote">\(words.wrote)</span></h3>\
            \(answered(entry))</header>
            \(text(comment))\(versionNote(comment))\(foot(comment))</article>

            """
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
        \(text(comment))<footer>\(edition.commentTime(comment.createdAt))\(editLink(comment))</footer>
        </article>

        """
    }

    private func depthClass(_ depth: Int) -> HTML {
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
        let hidden: HTML = entry.depth > 3 ? "" : " unseen"
        return """
            <p class="answered\(hidden)">\(words.inAnswerTo) \
            <a href="\(here(answered.id))">\(name)</a></p>
            """
    }

    /// A comment on the page where it surely is: its own.
    private func here(_ comment: Comment.ID) -> SafeURL { Address.comment(story, comment) }

    private func text(_ comment: Comment) -> HTML {
        "<div class=\"comment-text\">\n\(Markdown.comment(comment.text))</div>\n"
    }

    private func versionNote(_ comment: Comment) -> HTML {
        guard comment.storyVersion < currentVersion else { return "" }
        let comparison = Address.version(story, currentVersion, since: comment.storyVersion)
        return """
            <p class="version-note">\(words.earlierVersion) <a href="\(comparison)">\(words.changedSince)</a></p>

            """
    }

    private func foot(_ comment: Comment) -> HTML {
        let address = Address.comment(story, comment.id)
        let described: HTML = "aria-describedby=\"by-\(comment.id.number)\""
        let reply: HTML = " <a href=\"\(address.fragment("reply"))\" \(described)>\(words.reply)</a>"
        let edited: HTML = " <span class=\"edited\">\(words.edited)</span>"
        return """
            <footer><a class="permalink" href="\(address)">\(edition.commentTime(comment.createdAt))</a>\
            \(edited, if: comment.editedAt != nil)\(reply, if: state.isOpen)\(editLink(comment)) \
            <a href="\(Address.report(comment.id))" rel="nofollow" \(described)>\(words.report)</a></footer>

            """
    }

    private func editLink(_ comment: Comment) -> HTML {
        guard personal?.editable.contains(comment.id) == true else { return "" }
        return " <a class=\"own\" href=\"\(Address.edit(comment.id))\">\(words.edit)</a>"
    }
}
