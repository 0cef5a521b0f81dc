import Markup
import Newsroom

/// A story in a list. The link of the headline covers the whole card.
struct StoryCard {
    enum Rank {
        /// The first story of the front page.
        case lead
        /// A story with its picture.
        case second
        /// A story without a picture.
        case brief
    }

    let context: SiteContext
    let story: StorySummary
    let rank: Rank

    func html() -> HTML {
        let languageMarkup = context.languageMarkup(story.language)
        return """
            <article class="card \(name)\(" small-picture", if: hasSmallPicture)"\(languageMarkup.direction)>
            \(picture(languageMarkup))<div class="card-words">
            <h2\(languageMarkup.attributes)><a href="\(Address.story(story.reference))">\
            \(languageMarkup.typeset(story.headline))</a></h2>
            \(summary(languageMarkup))<p class="meta">\(languageMarkup.furniture(facts(languageMarkup)))</p>
            </div>
            </article>

            """
    }

    /// Whether the picture is narrower than the place of the first story's picture. Then the text stands beside it.
    private var hasSmallPicture: Bool {
        guard rank == .lead, let picture = story.picture else { return false }
        return picture.renditions(as: .jpeg, in: .card).last.map { $0.width < 640 } ?? false
    }

    private var name: HTML {
        switch rank {
        case .lead: "lead"
        case .second: "second"
        case .brief: "brief"
        }
    }

    private func picture(_ languageMarkup: LanguageMarkup) -> HTML {
        guard rank != .brief, let picture = story.picture else { return "" }
        let sizes: StaticString =
            rank == .lead ? "(min-width: 72rem) 44rem, 100vw" : "(min-width: 40rem) 23rem, 100vw"
        let view = PictureView(
            picture: picture, alternative: languageMarkup.typeset(picture.alternativeText), sizes: sizes,
            crop: .card, isFirst: rank == .lead)
        return view.html().map { "<div class=\"card-picture\">\($0)</div>\n" } ?? ""
    }

    private func summary(_ languageMarkup: LanguageMarkup) -> HTML {
        let opening = languageMarkup.typeset(story.opening.sent.cut(to: isLong ? 320 : 180))
        guard let standfirst = story.standfirst else { return paragraph("summary", opening, languageMarkup) }
        let summary = paragraph("summary", languageMarkup.typeset(standfirst), languageMarkup)
        return isLong ? summary + paragraph("opening", opening, languageMarkup) : summary
    }

    /// Whether the card shows more text: the first story, and a story without a picture in a row of stories with pictures.
    private var isLong: Bool { rank == .lead || (rank == .second && story.picture == nil) }

    private func paragraph(_ name: StaticString, _ text: String, _ languageMarkup: LanguageMarkup) -> HTML {
        text.isEmpty ? "" : "<p class=\"\(HTML(stringLiteral: name))\"\(languageMarkup.attributes)>\(text)</p>\n"
    }

    private func facts(_ languageMarkup: LanguageMarkup) -> HTML {
        let words = context.words.lists
        let place = story.dateline?.place.map { place -> HTML in
            "<span class=\"place\"><bdi>\(languageMarkup.typeset(place))</bdi></span> "
        }
        let updated: HTML = story.updatedAt > story.publishedAt ? "\(words.updated) " : ""
        let comments: HTML = " <span class=\"count\">\(words.comments(story.commentCount))</span>"
        let live: HTML = "\(LiveMark.word(in: context)) "
        let time: HTML = "<span>\(updated)\(context.storyTime(story.updatedAt))</span>"
        return "\(live, if: story.isLive)\(place)\(time)\(comments, if: story.commentCount > 0)"
    }
}
