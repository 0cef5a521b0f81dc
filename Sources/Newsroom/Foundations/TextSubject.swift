extension TextRule {
    /// What a text is. The words have a name for each.
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case commentName, commentText, reportNote, rulingSentence, decisionReason, staffName, emailAddress
        case guid, headline, byline, topicName, standfirst, body, signOff, caption, credit, rights
    }
}
