import Newsroom

/// The words about a new version from an agency that waits for an editor's word.
package struct ProposalWords: Sendable {
    package var arrived = "Arrived"
    package var arrivedInList = "New version, arrived"
    package var title = "New version from the agency"
    package var isCorrection = "The agency calls it a correction."
    package var note = "Note from the agency:"
    package var edited = """
        An editor has changed this story in Broadsheet, so the agency’s version does not replace it. Put both together \
        in a draft, then publish the draft.
        """
    package var unedited =
        "Readers still see the previous version. Publish the agency’s version, or open it in a draft to change it first."
    package var merge = "Put both together"
    package var openInDraft = "Open it in a draft"
    package var publish = "Publish the agency’s version"
    package var publishNote = """
        This replaces the story. The changes that were made in Broadsheet remain only in the list of versions.
        """
    package var dismiss = "Do not publish it"
    package var dismissNote = """
        The story stays as it is. This version does not come again. The agency’s next version waits if an editor has \
        changed the story, or if it is a correction that must wait.
        """
    package var changes = "Changes in the agency’s version"
    package var whole = "The agency’s version in full"
    package var waits = "A new version from the agency has been waiting for an editor since"
    package var decide = "Read it and decide"
    package var dismissed = "An editor has decided not to publish the agency’s latest version."
    package var seeLog = "See the log"
    package var count: Words.Counted = { count in
        if count >= ProposedVersion.mostCounted { return "\(count.grouped) or more new versions from agencies wait" }
        return count == 1 ? "1 new version from an agency waits" : "\(count.grouped) new versions from agencies wait"
    }
}
