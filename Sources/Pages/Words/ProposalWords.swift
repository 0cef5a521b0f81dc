/// The words about a new version from an agency that waits for an editor's word.
package struct ProposalWords: Sendable {
    package var arrived = "Arrived"
    package var title = "New version from the agency"
    package var isCorrection = "The agency calls it a correction."
    package var note = "Note from the agency:"
    package var edited = """
        An editor has changed this story here, so the new version does not replace it. Put both together, and publish \
        the result. If you publish it as it is, the changes made here are lost.
        """
    package var unedited =
        "Readers see the version before. Publish the new one, or put it together with your own changes."
    package var merge = "Put both together"
    package var publish = "Publish it as it is"
    package var dismiss = "Do not publish it"
    package var changes = "What the agency's version would change"
    package var whole = "The agency's version"
}
