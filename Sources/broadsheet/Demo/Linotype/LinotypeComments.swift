import Foundation

extension LinotypeStory {
    /// Six comments over four days. Two of them are reported, and one was edited by the commenter.
    static func comments(since published: Date) -> [DemoComment] {
        func at(days: Int = 0, hours: Int = 0, minutes: Int = 0) -> Date {
            published.later(days: days, hours: hours, minutes: minutes)
        }
        typealias Remark = LinotypeRemark
        return [
            DemoComment(
                "stone hand", at(hours: 2, minutes: 30), version: 1, Remark.noise,
                edit: DemoEdit(textBefore: Remark.noiseBefore, at: at(hours: 2, minutes: 33))),
            DemoComment("paper round", at(hours: 4, minutes: 4), version: 1, Remark.letters),
            DemoComment("galley proof", at(hours: 5, minutes: 51), version: 1, answers: 1, Remark.count),
            DemoComment("old roller", at(days: 1, hours: 1), version: 1, answers: 0, Remark.squirt),
            DemoComment("night editor", at(days: 4, hours: 3), version: 1, Remark.openDay, reports: [name(published)]),
            DemoComment(
                "spare parts", at(days: 4, hours: 12), version: 1, Remark.manual, reports: [copyright(published)]),
        ]
    }

    private static func name(_ published: Date) -> DemoReport {
        DemoReport(
            clause: "false", text: "The paper knows nothing of an open day, I called. This isn't your night editor.",
            at: published.later(days: 4, hours: 9))
    }

    private static func copyright(_ published: Date) -> DemoReport {
        DemoReport(
            clause: "unlawful", text: "The book is in print, and this is an offer of illegal copies.",
            at: published.later(days: 5, hours: 2))
    }
}

/// Readers' comments on the story about the Linotype.
private enum LinotypeRemark {
    static let noise = """
        What no text can give you is the noise. Forty of them in one room, each with its own rattle of falling \
        brass, and above it all a smell of hot metal and machine oil. You could hear from the doorway if a machine \
        was out of order.
        """

    static let noiseBefore = """
        What no text can give you is the noise. Forty of them in one room, each with its own rattle of falling brass.
        """

    static let letters = "If the keys are in order of frequency, shouldn't *h* come before *s*?"

    static let count = """
        Depends on whose text you count. Telegrams, sermons and shipping lists each have an order of their own. *E*, \
        *t* and *a* lead nearly everywhere. From about the fifth place on, everybody's list is different.
        """

    static let squirt = """
        And you wore long trousers. If a line wasn't tight, the metal came out between the matrices, right where your \
        knees were. We called it a squirt. It was never funny at the time.
        """

    static let openDay = """
        Speaking for the paper: there's an open day in our composing room on Saturday, with a machine running. No \
        need to sign up, just mention my name at the gate.
        """

    static let manual = """
        I've scanned the big reference book on the machine, all 600 pages, the new edition. I'll send the file to \
        anybody who asks. What the publisher doesn't know won't hurt him.
        """
}
