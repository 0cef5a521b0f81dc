import Newsroom

/// Converts a text item into a story.
enum StoryReading {
    static func read(_ head: ItemHead, language: Language) throws(Objection) -> IncomingStory {
        let body = try StoryBody(head)
        let by = try FieldRule.byline.acceptOptional(head.contentMeta?.first("by")) ?? body.byline
        let article = Article(body.blocks, byline: by?.withoutBy)
        let text = try FieldRule.body.accept(article.body, in: body.element)
        guard !text.isEmpty || head.isCanceled else {
            throw Objection(line: body.element.line, "This item has no text.")
        }
        var story = IncomingStory(
            guid: head.guid, wireVersion: head.version, status: head.isCanceled ? .canceled : .usable,
            language: head.language ?? language, firstCreated: head.firstCreated, versionCreated: head.versionCreated,
            embargoedUntil: head.embargoedUntil, headline: try headline(head, body),
            standfirst: try standfirst(head) ?? body.abstract, dateline: article.dateline ?? dateline(head, body),
            byline: by?.withoutBy, body: text, credits: article.credits,
            signOff: try article.signOff.map { text throws(Objection) in
                try FieldRule.signOff.accept(text, in: body.element)
            },
            topics: head.topics)
        story.isCorrection = head.isCorrection
        return story
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
        guard head.isCanceled else { throw Objection(line: head.item.line, "This item has no headline.") }
        return ""
    }

    /// The standfirst. A caption on a text item is ignored, because it repeats the slug line and the
    /// headline.
    private static func standfirst(_ head: ItemHead) throws(Objection) -> String? {
        let descriptions = head.contentMeta?.all("description") ?? []
        let summaries = descriptions.filter { description in
            ["summary", "standfirst", "synopsis", "abstract"].contains { description.role?.contains($0) == true }
        }
        return try FieldRule.standfirst.acceptOptional(summaries.inLanguage(head.language?.tag))
    }

    private static func dateline(_ head: ItemHead, _ body: StoryBody) -> Dateline? {
        [body.dateline, head.contentMeta?.first("dateline")?.words].lazy
            .compactMap { $0.flatMap(DatelineText.field) }.first
    }
}
