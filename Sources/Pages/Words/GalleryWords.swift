/// The words of the gallery in the form of a draft.
package struct GalleryWords: Sendable {
    package var label = "Pictures"
    package var hint = """
        The number of each picture on a line of its own, in the order of the gallery. A caption for this story alone \
        follows a colon, as in “12: The bridge at dawn”.
        """
    package var saveAndChoose = "Save and choose pictures"
    package var chosen = "Pictures of this story, in order"
    package var choose = "Choose pictures"
    package var find = "Find"
    package var uploadHere = "Upload new pictures"
    package var done = "Done"
    package var caption = "Caption in this story"
    package var name: Words.Named = { "Picture \($0)" }
    package var texts = "Texts and crops"
    package var up = "Move up"
    package var down = "Move down"
    package var remove = "Remove"
    package var moved: @Sendable (_ number: String, _ place: String) -> String = {
        "Picture \($0) is now at place \($1)."
    }
    package var removed: Words.Named = { "Picture \($0) is removed from the story." }
    package var added: Words.Named = { "Picture \($0) is added to the story." }

    package var choosing: Words.Named = { "Choose pictures for “\($0)”" }
    package var untitled = "a story without a headline"
    package var add = "Add to the story"
    package var isIn = "In the story"
    package var back = "Back to the story"
}
