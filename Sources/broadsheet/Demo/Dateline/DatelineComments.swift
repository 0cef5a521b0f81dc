import Foundation

extension DatelineStory {
    /// Eleven comments over twelve days. The first four are on the version that is wrong about the cable.
    static func comments(since published: Date) -> [DemoComment] {
        func at(days: Int = 0, hours: Int = 0, minutes: Int = 0) -> Date {
            published.later(days: days, hours: hours, minutes: minutes)
        }
        typealias Remark = DatelineRemark
        return [
            DemoComment("signal mast", at(minutes: 35), version: 1, Remark.weeks),
            DemoComment("galley proof", at(minutes: 50), version: 1, answers: 0, Remark.voltage),
            DemoComment("tidewatcher", at(hours: 3, minutes: 10), version: 1, Remark.posts),
            DemoComment("second post", at(hours: 5, minutes: 2), version: 1, Remark.calendars),
            DemoComment("north quay", at(hours: 27), version: 2, answers: 0, Remark.mended),
            DemoComment("signal mast", at(hours: 29), version: 2, answers: 4, Remark.aNote),
            DemoComment("fog signal", at(days: 2, hours: 4), version: 2, Remark.threeThings),
            DemoComment("column width", at(days: 2, hours: 7), version: 2, answers: 6, Remark.machines),
            DemoComment("fog signal", at(days: 3, hours: 1), version: 2, answers: 7, Remark.offset),
            DemoComment("samphire", at(days: 5, hours: 9), version: 2, Remark.disbelief),
            DemoComment("second post", at(days: 11, hours: 20), version: 2, answers: 9, Remark.trust),
        ]
    }
}

/// Readers' comments on "The line that says where the news set out".
private enum DatelineRemark {
    static let weeks = """
        Good read, with one slip. The cable of 1858 didn't last three months. The greetings between the Queen and \
        the President went over in the middle of August, and by the first days of September it was as good as dead. \
        Three *weeks*.
        """

    static let voltage = """
        Seconded. It was weak from the start, and the usual explanation is that they finished it off with very high \
        voltage while trying to make it faster. A parable for anybody who runs anything.
        """

    static let posts = """
        The road from Falmouth to London has signs that mark the route of that post chaise. I walked the first \
        stretch last summer and got passed by everything, including a tractor.
        """

    static let calendars = """
        There's one more reason why the date had to be in the line. Until 1752 Britain kept the old calendar, which \
        by then was eleven days behind most of the continent. A letter from Paris could easily be dated *later* than \
        the newspaper that printed it.

        > To know how far to believe a report, a reader had to know where it had set out, and when.

        And, I'd add, by whose calendar. Careful writers gave both dates, one above the other like a fraction.
        """

    static let mended = "It says three weeks now, with a note at the end. That was quick."

    static let aNote = "And a note instead of a silent fix. Good."

    static let threeThings = """
        Seems to me the line does three jobs at once:

        1. it says where somebody stood,
        2. it says whose word this is,
        3. it tells the eye where the text begins.

        Only the first is a promise. The third is the one most of us would miss.
        """

    static let machines = """
        There's a fourth one, for machines. Behind every page like this there's a date in a form that no reader ever \
        sees, as in [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339): year, month, day, hour, and how far the \
        local clock is from Greenwich. The date isn't gone. It just moved out of sight.
        """

    static let offset = """
        Then the place went with it, in a way. The distance from Greenwich names a strip of the earth from pole to \
        pole, not a town. I'd still rather have the town.
        """

    static let disbelief = """
        I'm afraid I don't believe in this promise. A reporter can spend four days in a hotel lobby and put the name \
        of the city on top of every story. Being there isn't the same as having seen it.

        Give me somebody far away who has read everything and called everybody, and says so.
        """

    static let trust = """
        I wouldn't want to choose. But at least the lobby can be checked: somebody else was in that town, too, and \
        can say that it wasn't so. That's all the line is for.
        """
}
