/// What a page adds to the text of a story.
package struct StoryAdditions {
    /// The heading of a fact box that has no title.
    package var untitledBox: HTML

    package init(untitledBox: HTML = "") {
        self.untitledBox = untitledBox
    }
}
