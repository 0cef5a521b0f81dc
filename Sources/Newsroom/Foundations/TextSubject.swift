extension TextRule {
    /// The kind of text that a rule is for. `Pages/Words` has a name for each.
    package enum Subject: String, Sendable, Hashable, CaseIterable {
        case commentName, commentText, reportNote, rulingSentence, decisionReason, staffName, emailAddress
        case guid, headline, byline, topicName, standfirst, body, signOff, caption, credit, rights, place, draftNote
        case suggestionWrong, suggestionCorrect, suggestionEvidence, suggestionAnswer
        case passage, alternativeText, copyright, usageTerms, deskNote, viewName, accountName, correctionNote, liveEntry
    }
}
