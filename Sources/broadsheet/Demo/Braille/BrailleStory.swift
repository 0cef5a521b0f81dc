import Foundation
import Newsroom

/// A story under an embargo, which appears tomorrow. Until then, only the desk can learn of it.
enum BrailleStory {
    static func story(writtenAt written: Date, appearsAt end: Date) -> IncomingStory {
        var story = IncomingStory(
            guid: "tag:broadsheet.example,2025:demo/stories/braille", wireVersion: 1, status: .usable,
            language: .english, firstCreated: written, versionCreated: written,
            headline: "Six dots under a fingertip",
            standfirst: "A schoolboy of fifteen made a script for readers who cannot see. It suits most languages.",
            dateline: Dateline(place: "PARIS", agency: "Broadsheet"), byline: "The Print Desk", body: body,
            topics: ["Printing", "Paper"].map { Topic(name: $0) })
        story.embargoedUntil = end
        return story
    }

    private static let body = """
        Printing for the blind began with a mistake: It used the letters of people who see. The first books of the \
        school for blind children in Paris had large Latin letters, embossed in heavy paper. They were impressive to \
        look at and slow to read, because a fingertip does not follow curves as an eye does.

        Louis Braille came to that school as a boy of ten. He had lost his sight after an accident in his father's \
        workshop when he was three. In 1824, at fifteen, he had the outlines of a script of his own. It goes back to \
        a system of raised dots that a former artillery officer, Charles Barbier, had presented to the school. \
        Barbier's signs had up to twelve dots and stood for sounds. Braille cut the cell to six dots, in two columns \
        of three, and let each sign stand for a letter.

        ## Sixty-three signs

        Six dots, each raised or not, allow 63 signs besides the empty one. That is enough for an alphabet with \
        marks and numbers, and for music, which Braille, an organist, worked out too. His first description of the \
        script appeared in 1829. It was a book printed in embossed Latin letters.

        The size of the cell is no accident: It fits under the tip of one finger, so that a reader takes in each \
        sign without moving up or down. Paper still sets the limits. Dots need thick sheets and generous spacing, \
        and a novel in Braille fills several volumes. But the sheets can be used on both sides, because the dots of \
        one side are placed between those of the other.
        """
}
