import Foundation

extension DatelineStory {
    /// Eleven, over twelve days; the first four answer the version that was wrong about the cable.
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

/// What readers wrote below "The line that says where the news set out".
private enum DatelineRemark {
    static let weeks = """
        A good read, with one slip. The cable of 1858 did not last three months. The greetings between the Queen and \
        the President went over in the middle of August, and by the first days of September it was as good as dead. \
        Three *weeks*.
        """

    static let voltage = """
        Seconded. It was weak from the beginning, and it is generally thought that the very high voltage applied to \
        it in the attempt to send faster finished it off. A parable for anybody who runs anything.
        """

    static let posts = """
        The road from Falmouth to London has signs that mark the way of that post-chaise. I walked the first stretch \
        last summer and was overtaken by everything, including a tractor.
        """

    static let calendars = """
        There is one more reason why the date had to stand in the line. Until 1752 Britain kept the old calendar, \
        eleven days behind most of the continent by then. A letter from Paris could easily be dated *later* than the \
        newspaper that printed it.

        > To know how far a report could be believed, one had to know where it had set out, and when.

        And, one might add, by whose calendar. Careful writers gave both dates, one above the other like a fraction.
        """

    static let mended = "The cable says three weeks now, with a note at the foot. That was quick."

    static let aNote = "And a note rather than a silent change. Good."

    static let threeThings = """
        It seems to me that the line does three jobs at once:

        1. it says where somebody stood,
        2. it says whose word this is,
        3. it tells the eye where the text begins.

        Only the first is a promise. The third is the one that would be missed by most of us.
        """

    static let machines = """
        There is a fourth one, for machines. Beneath every page of this kind there is a date in a form that no reader \
        ever sees, as in [RFC 3339](https://www.rfc-editor.org/rfc/rfc3339): year, month, day, hour, and how far the \
        clock of the place is from Greenwich. The date has not gone. It has only moved out of sight.
        """

    static let offset = """
        Then the place has gone with it, in a way. The distance from Greenwich names a strip of the earth from pole \
        to pole and not a town. I would still rather have the town.
        """

    static let disbelief = """
        I am afraid that I do not believe in this promise. A reporter can spend four days in a hotel lobby and put \
        the name of the city at the head of every word. Being there is not the same as having seen it.

        Give me somebody far away who has read everything and telephoned everybody, and says so.
        """

    static let trust = """
        I would not want to choose. But the lobby at least can be checked: somebody else was in that town as well, \
        and can say that it was not so. That is all that the line is for.
        """
}
