import Foundation
import Markup
import Newsroom

/// The discussion below a story: its threads, the links to more threads, and the comment form or the reason
/// why there is none.
struct DiscussionView {
    let context: SiteContext
    let story: Story
    let discussion: Discussion
    let closingReason: String?
    let typed: TypedComment?
    let now: Date

    private var words: DiscussionWords { context.words.discussion }
    private var divider: UpdateDivider {
        UpdateDivider(context: context, story: story.reference, updates: discussion.updates)
    }
    private var comments: CommentView {
        CommentView(
            divider, CorrectionMarks(divider, on: story, in: discussion.threads),
            takesReplies: discussion.state.isOpen, now: now)
    }

    func html() -> HTML {
        """
        <section class="discussion" id="comments" aria-labelledby="comments-heading" data-live="\(live)">
        <div class="discussion-head">
        <h2 id="comments-heading">\(words.heading(discussion.count))</h2>
        \(order, if: discussion.count > 1)\(jump, if: discussion.state.isOpen && discussion.count > 3)\
        \(printing, if: discussion.count > 0)\(bar.again)</div>
        <div class="discussion-body">
        \(PageSlot.muting.html())\(PageSlot.waiting(below: nil).html())\(previous)<div class="threads">
        \(threads)</div>
        \(pages)\(bar.html())\(end)\
        <p class="follow"><a href="\(Address.atom(of: story.reference))">\(words.follow)</a></p>
        <p class="disclaimer">\(context.house.disclaimer)</p>
        </div>
        </section>

        """
    }

    private var order: HTML {
        let oldest = orderLink(.oldest, words.oldestFirst)
        let newest = orderLink(.newest, words.newestFirst)
        return
            "<nav class=\"order\" aria-label=\"\(words.order)\"><ul><li>\(oldest)</li> <li>\(newest)</li></ul></nav>\n"
    }

    private func orderLink(_ order: ThreadOrder, _ name: String) -> HTML {
        let address = Address.story(story.reference, order: order).fragment("comments")
        let current: HTML = order == discussion.order ? " aria-current=\"true\"" : ""
        return "<a href=\"\(address)\"\(current)>\(name)</a>"
    }

    private var jump: HTML {
        "<p class=\"jump\"><a href=\"#write\">\(words.write)</a></p>\n"
    }

    /// A printed story has no comments unless the reader asks for them. The style sheet sees that from the fragment of the
    /// address, so this needs no script and no other page.
    private var printing: HTML {
        """
        <div class="printing" id="print-comments">
        <p><a href="#print-comments">\(words.printThese)</a></p>
        <p>\(words.printsThese) <a href="#comments">\(words.printStoryOnly)</a></p>
        </div>

        """
    }

    private var bar: LiveBar {
        LiveBar(
            context: context,
            page: Address.story(story.reference, order: discussion.order, after: discussion.after))
    }

    private var live: SafeURL { Address.live(story.reference, after: story.lastChange) }

    private var threads: HTML {
        guard discussion.count > 0 || !discussion.threads.isEmpty else {
            return "<p class=\"none\">\(words.none)</p>\n"
        }
        let comments = comments
        let dividers = UpdateDividers(divider, in: discussion)
        var out = HTML()
        for (place, thread) in discussion.threads.enumerated() {
            out.append(dividers.html(above: place))
            out.write("<div class=\"thread\">\n")
            comments.write(thread, run: dividers.run(at: place), to: &out)
            out.append(furtherReplies(thread))
            out.write("</div>\n")
        }
        out.append(dividers.html(above: discussion.threads.count))
        return out
    }

    private func furtherReplies(_ thread: Newsroom.Thread) -> HTML {
        guard thread.furtherReplies > 0, let beginning = thread.beginning else { return "" }
        let address = Address.comment(story.reference, beginning.id)
        return "<p class=\"further\"><a href=\"\(address)\">\(words.allAnswers(beginning.replyCount))</a></p>\n"
    }

    private var previous: HTML {
        guard let address = discussion.addresses(on: story.reference).previous else { return "" }
        let link = address.fragment("comments")
        return "<p class=\"previous-page\"><a href=\"\(link)\" rel=\"prev\">\(words.previousPage)</a></p>\n"
    }

    private var pages: HTML {
        guard let address = discussion.addresses(on: story.reference).next else { return "" }
        let link = address.fragment("comments")
        return "<p class=\"next-page\"><a href=\"\(link)\" rel=\"next\">\(words.nextPage)</a></p>\n"
    }

    private var end: HTML {
        let form = CommentForm(
            context: context, story: story.reference, currentVersion: story.current.number, parent: nil,
            typed: typed)
        return DiscussionEnd(
            context: context, state: discussion.state, closingReason: closingReason, typed: typed, form: form,
            heading: words.write, id: "write"
        ).html()
    }
}

extension Discussion {
    /// The addresses of the pages before and after this one.
    func addresses(on story: StoryReference) -> (previous: SafeURL?, next: SafeURL?) {
        (
            place.map { Address.story(story, order: order, after: $0.previous) },
            next.map { Address.story(story, order: order, after: $0) }
        )
    }
}
