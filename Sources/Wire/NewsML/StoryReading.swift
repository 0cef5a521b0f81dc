import Newsroom

/// Converts a text item into a story.
struct StoryReading {
    private(set) var story: IncomingStory
    private(set) var remarks: [Remark]

    init(_ head: ItemHead, language: Language) throws(Objection) {
        let body = try StoryBody(head)
        let authors = Authors(head)
        let headline = RevisionText.split(headline: try Self.headline(head, body))
        let by = try authors.byline() ?? body.byline.flatMap { BylineText.read($0, head.language) }
        let standfirst = try Self.standfirst(head) ?? body.abstract
        let article = Article(
            body.blocks,
            Article.Facts(
                headline: headline.headline, byline: by, language: head.language, agencies: authors.agencies,
                standfirst: standfirst, isMarked: headline.mark != nil,
                fieldDatelines: [body.dateline, head.contentMeta?.first("dateline")?.words].compactMap(\.self)
                    .filter { DatelineText.field($0) != nil },
                others: head.statements, markedDateline: body.markedDateline,
                tagline: body.tagline))
        remarks = head.remarks + body.remarks
        remarks += article.leftOut.map { Remark(line: body.element.line, $0) }
        let text = try FieldRule.body.accept(article.body, in: body.element)
        let isEmpty = text.isEmpty && !head.isCanceled
        if isEmpty {
            guard standfirst != nil else {
                throw body.objection ?? Objection(line: body.element.line, "This item has no text.")
            }
            remarks.append(Remark(line: body.element.line, "The item has no text. Its summary is the text."))
        }
        story = IncomingStory(
            guid: head.guid, wireVersion: head.version, status: head.isCanceled ? .canceled : .usable,
            language: head.language ?? language, firstCreated: head.firstCreated, versionCreated: head.versionCreated,
            embargoedUntil: head.embargoedUntil, headline: headline.headline,
            standfirst: isEmpty ? nil : standfirst, dateline: article.dateline ?? Self.dateline(head, body),
            byline: by ?? article.byline, body: isEmpty ? Self.paragraph(standfirst) : text, credits: article.credits,
            signOff: try Self.signOff(article, body), topics: head.topics)
        story.revision = Revision(mark: headline.mark, note: try Self.note(article, body))
        story.isCorrection = head.isCorrection || story.revision?.isCorrection == true
    }

    private static func signOff(_ article: Article, _ body: StoryBody) throws(Objection) -> String? {
        guard let signOff = article.signOff else { return nil }
        return try FieldRule.signOff.accept(signOff, in: body.element)
    }

    private static func note(_ article: Article, _ body: StoryBody) throws(Objection) -> String? {
        guard let note = article.note else { return nil }
        return try FieldRule.note.accept(note, in: body.element)
    }

    private static func paragraph(_ text: String?) -> String {
        var line = InlineText()
        line.add(text ?? "", .plain)
        return line.markdown
    }

    private static func headline(_ head: ItemHead, _ body: StoryBody) throws(Objection) -> String {
        let headlines = head.contentMeta?.all("headline") ?? []
        let main = headlines.filter { $0.role == nil || $0.role == "main" }
        let candidates = [
            (main.isEmpty ? headlines : main).inLanguage(head.language?.tag), head.itemMeta?.first("title"),
            body.headline,
        ]
        for candidate in candidates {
            if let text = try FieldRule.headline.acceptOptional(candidate) { return text }
        }
        if let heading = body.heading { return try FieldRule.headline.accept(heading, in: body.element) }
        guard head.isCanceled else { throw Objection(line: head.item.line, "This item has no headline.") }
        return ""
    }

    /// The standfirst. A caption on a text item is ignored, because it repeats the slug line and the
    /// headline.
    private static func standfirst(_ head: ItemHead) throws(Objection) -> String? {
        let descriptions = head.contentMeta?.all("description") ?? []
        let summaries = descriptions.filter { description in
            ["summary", "standfirst", "synopsis", "abstract", "teaser"].contains {
                description.role?.contains($0) == true
            }
        }
        return try FieldRule.standfirst.acceptOptional(summaries.inLanguage(head.language?.tag))
    }

    private static func dateline(_ head: ItemHead, _ body: StoryBody) -> Dateline? {
        [body.dateline, head.contentMeta?.first("dateline")?.words].lazy
            .compactMap { $0.flatMap(DatelineText.field) }.first
    }
}
