/// The parts of the desk's list of stories.
package enum DeskPart: String, Sendable, Hashable, CaseIterable {
    /// One's own drafts, whatever their state.
    case mine
    case submitted, scheduled
    /// New versions from agencies that wait for an editor's word.
    case proposed
    /// Items from agencies that wait for the end of their embargo.
    case embargoed
    /// The drafts of everybody.
    case draft
    case published, withdrawn
}

/// A story in the desk's list, in any of its forms.
package enum DeskStory: Sendable, Hashable {
    case draft(DraftSummary)
    case published(StorySummary)
    case withdrawn(WithdrawnSummary)
    case embargoed(WaitingItem)
    case proposed(WaitingItem)
}

/// What the desk's list of stories is narrowed to, as somebody types it. An empty text admits everything.
package struct StoryFilter: Sendable, Hashable {
    package var author = ""
    package var topic = ""
    /// Words that the headline, the standfirst or the text contain.
    package var text = ""

    package init(author: String = "", topic: String = "", text: String = "") {
        self.author = author.trimmed
        self.topic = topic.trimmed
        self.text = text.trimmed
    }

    package var isEmpty: Bool { author.isEmpty && topic.isEmpty && text.isEmpty }

    /// Whether a story with these texts, authors and topics is listed. Letter case does not matter.
    package func admits(texts: [String], authors: [String], topics: [String]) -> Bool {
        admits(texts: texts) && admits(authors: authors)
            && (topic.isEmpty || topics.contains { $0.foldedName == topic.foldedName })
    }

    package func admits(authors: [String]) -> Bool {
        author.isEmpty || authors.contains { $0.foldedName.contains(author.foldedName) }
    }

    package func admits(texts: [String]) -> Bool {
        guard !text.isEmpty else { return true }
        let all = texts.map(\.foldedName)
        return text.split(separator: " ").allSatisfy { word in
            let word = String(word).foldedName
            return all.contains { $0.contains(word) }
        }
    }
}
