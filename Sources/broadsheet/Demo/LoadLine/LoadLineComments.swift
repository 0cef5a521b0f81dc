import Foundation

extension LoadLineStory {
    /// Seven comments over two days. The first three are on the version that is wrong about the act of 1876. One is
    /// reported.
    static func comments(since published: Date) -> [DemoComment] {
        func at(_ hours: Int, _ minutes: Int) -> Date { published.later(hours: hours, minutes: minutes) }
        typealias Remark = LoadLineRemark
        return [
            DemoComment("fog signal", at(1, 5), version: 1, Remark.shoes),
            DemoComment("ballast", at(3, 20), version: 1, Remark.wrongAct),
            DemoComment("samphire", at(3, 48), version: 1, answers: 1, Remark.funnel),
            DemoComment("ballast", at(7, 15), version: 2, answers: 2, Remark.corrected),
            DemoComment("north quay", at(20, 40), version: 2, Remark.brackish),
            DemoComment("tidewatcher", at(22, 10), version: 2, answers: 4, Remark.allowance),
            DemoComment(
                "harbor ear", at(30, 2), version: 2, Remark.watchman,
                reports: [
                    DemoReport(
                        clause: "private", text: "He probably doesn't want his number on the front of a newspaper.",
                        at: at(31, 12))
                ]),
        ]
    }
}

/// Readers' comments on "A circle with a bar through it".
private enum LoadLineRemark {
    static let shoes = """
        And that's where the shoes come from, isn't it? Canvas above, rubber below, and if the water gets over the \
        line where they meet, your feet get wet.
        """

    static let wrongAct = """
        One thing isn't right. The act of 1876 said that there had to be a mark. It did **not** say where. That was \
        up to the owner, and the owner was the very person it was meant to stop.
        """

    static let funnel = """
        There's an old story about a captain who had it painted on the funnel. I've never found out if it's true, \
        but under that act it would have been legal.
        """

    static let corrected = "I see it's corrected, with a note right at the top. Thank you."

    static let brackish = """
        > F and TF are for fresh water

        What about an estuary? Ours is neither one nor the other, and it changes with the tide.
        """

    static let allowance = """
        You measure it. Somebody lowers a bucket, floats a hydrometer in it and works out a part of the fresh water \
        allowance. Dock water, it's called, and there's a line for it in every loading calculation.
        """

    static let watchman = """
        If anybody wants to see one up close: call the watchman at the dry dock here on 020 7946 0112, evenings are \
        best, he lives alone and he's always glad of company.
        """
}
