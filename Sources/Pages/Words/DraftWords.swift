package import Newsroom

/// The words of the pages on which stories are written.
package struct DraftWords: Sendable {
    package var listTitle = "Stories"
    package var new = "New story"
    package var none = "Nothing here yet"
    package var untitled = "Without a headline"
    package var older = "Older"
    package var stateName: @Sendable (Draft.State) -> String = { state in
        switch state {
        case .draft: "Draft"
        case .submitted: "Submitted"
        case .scheduled: "Scheduled"
        case .published: "Published"
        }
    }
    package var partHeading: @Sendable (DeskPart) -> String = { part in
        switch part {
        case .mine: "My drafts"
        case .submitted: "Submitted to the editors"
        case .scheduled: "Scheduled"
        case .embargoed: "From agencies, under embargo"
        case .proposed: "From agencies, waiting for an editor"
        case .draft: "Drafts"
        case .published: "Published"
        case .withdrawn: "Withdrawn"
        }
    }
    package var nothingFound = "No story matches."
    package var filterText = "Words"
    package var filterAuthor = "Author"
    package var filterTopic = "Topic"
    package var filterState = "Show"
    package var everything = "Everything"
    package var filter = "Filter"
    package var showAll = "Show everything"
    package var withdrawnOn = "withdrawn"
    package var atTheDesk = "At the desk"
    package var embargoedUntil = "Until"
    package var embargoedNote = "Only staff see this. It appears by itself on"
    package var backToStories = "Back to the stories"

    package var newTitle = "New story"
    package var editTitle = "Edit story"
    package var revise = "Edit this story"
    package var headline = "Headline"
    package var standfirst = "Standfirst"
    package var standfirstHint = "One or two sentences below the headline"
    package var byline = "Byline"
    package var bylineHint = "Without the word “By”"
    package var place = "Place"
    package var placeHint = "For the dateline, such as PORTO"
    package var agency = "Agency"
    package var body = "Text"
    package var bodyHint =
        "Leave a blank line between paragraphs. *Asterisks* for emphasis, **two** for strong text, [text](https://…) "
        + "for a link, > for a quotation, ## before a crosshead."
    package var credits = "Credits"
    package var creditsHint =
        "One a line, such as “Reporting: Ada Example (Porto)”. Add an address such as <ada@example.org> "
        + "to link the credit to a member of staff."
    package var signOff = "Sign-off"
    package var signOffHint = "A line at the end, for people whom the credits do not name"
    package var topics = "Topics"
    package var topicsHint = "One a line, at most 50"
    package var related = "Related stories"
    package var relatedHint = "The number or the address of each, one a line"
    package var language = "Language"
    package var languageHint =
        "A code such as en, de or ar. The direction of the text follows it. Empty: the newspaper's."
    package var publishAt = "Publish at"
    package var embargo = "Embargo until"
    package var timeHint: Words.Named = { "In the newspaper's time zone (\($0)). Empty: at once, when you publish." }
    package var embargoHint = "Until then, only staff can see the story, even if it is published earlier."
    package var firstTime = "the first time"
    package var secondTime = "the second time"
    package var whichTime = "Clocks go back that night, so this time comes twice. Which one?"
    package var discussionClosed = "Publish without comments"
    package var note = "Note to the desk"
    package var noteHint = "Colleagues see it. It is never published."
    package var saveNote = "What changed"
    package var saveNoteHint = "For the history of this draft"
    package var more = "More about this story"
    package var optional = "optional"

    package var save = "Save"
    package var submit = "Submit to the editors"
    package var publish = "Publish"
    package var update = "Publish the changes"
    package var act = "Kind of change"
    package var actName: @Sendable (Version.Act) -> String = { act in
        switch act {
        case .publication: "Publication"
        case .update: "An update"
        case .correction: "A correction"
        case .clarification: "A clarification"
        case .typo: "Only spelling"
        }
    }
    package var actHint: @Sendable (Version.Act) -> String = { act in
        switch act {
        case .publication: ""
        case .update: "There is news. Readers see a new time of update, and followers get a notification."
        case .correction:
            "Something was wrong. Readers see your note on the story and on the page of corrections."
        case .clarification: "Something could be misunderstood. Readers see your note in the same places."
        case .typo: "Readers see no new time of update, and nobody gets a notification."
        }
    }
    package var correctionNote = "Note to readers"
    package var correctionHint =
        "For a correction or a clarification: “An earlier version said … In fact: …” Up to 2,000 characters."
    package var giveBack = "Return to the author"
    package var discard = "Discard this draft"
    /// For changes to a published story.
    package var discardChanges = "Discard the changes. The published story stays."
    package var ofPublished = "changes to a published story"
    package var discardForGood = "Discard it with its history. This cannot be undone."
    package var history = "History"
    package var preview = "Preview"
    package var restored: Words.Counted = { "The form has the text of revision \($0). Save it to bring it back." }
    package var previewNote = "This is a preview. Nothing is saved or published by looking at it."
    package var createdButton = "Save draft"
    package var savedBy: @Sendable (_ name: String) -> String = { "Saved by \($0)" }
    package var scheduledFor = "It appears on"
    package var viewStory = "View the story"
    package var colleague: @Sendable (_ name: String) -> String = { "\($0) has been writing this draft since" }
    package var takeOver = "Take over"
    package var takeOverHint: Words.Named = { "\($0)’s page can then no longer save. The text stays there." }

    package var conflictHeading = "Two texts"
    package var nothingLost = "Nothing is lost: both texts are here."
    package var fieldName: @Sendable (DraftField) -> String = { Self.name(of: $0) }
    package var theirs: Words.Named = { "Saved by \($0)" }
    package var agencyText = "The agency’s version"
    package var mineText = "Your text, not saved yet"
    package var draftText = "The text in Broadsheet"
    package var merged =
        "The form below has both changes, because they do not overlap. Check it, then save or publish it."
    package var conflict =
        "Both sides changed the same lines, so the form below has only your own text in these parts:"
    package var differences: @Sendable (_ mine: String, _ theirs: String) -> String = { mine, theirs in
        "The changes from “\(mine)” to “\(theirs)”:"
    }
    package var wholeTexts = "Both texts in full"

    package var checkTitle = "Before you publish"
    package var blocked = "Solve these problems first:"
    package var warnings = "Please check:"
    package var appearsAt = "The story appears on"
    package var appearsAtUTC: Words.Named = { "(\($0) UTC)" }
    package var schedule = "Schedule"
    package var publishAnyway = "Publish now"
    package var backToDraft = "Back to the draft"
    package var problem: @Sendable (PublicationProblem) -> String = { Self.sentence(about: $0) }

    package var historyTitle = "History of this draft"
    package var revision: Words.Counted = { "Revision \($0)" }
    package var restore = "Restore this version"
    package var current = "current"
    package var backToList = "Back to the stories"
}
