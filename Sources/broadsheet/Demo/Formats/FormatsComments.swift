import Foundation

extension FormatsStory {
    /// Nineteen comments: one thread is six levels deep, two comments are reported, one is held and one was
    /// edited by the commenter.
    static func comments(since published: Date) -> [DemoComment] {
        func at(_ minutes: Int) -> Date { published.later(minutes: minutes) }
        typealias Remark = FormatsRemark
        return [
            DemoComment("tidewatcher", at(14), version: 1, Remark.train),
            DemoComment("galley proof", at(22), version: 1, Remark.wrongYear),
            DemoComment("north quay", at(31), version: 1, answers: 1, Remark.schoolBook),
            DemoComment("galley proof", at(40), version: 1, answers: 2, Remark.threeDuties),
            DemoComment("stone hand", at(52), version: 1, answers: 0, Remark.folding),
            DemoComment("penny plain", at(58), version: 1, answers: 3, Remark.taxOnKnowledge),
            DemoComment("old roller", at(77), version: 1, Remark.pressHall),
            DemoComment("north quay", at(102), version: 2, answers: 5, Remark.conceded),
            DemoComment("galley proof", at(118), version: 2, answers: 7, Remark.thanks),
            DemoComment("ballast", at(126), version: 2, Remark.notOnlyTax),
            DemoComment("offside margin", at(131), version: 2, answers: 6, Remark.narrowRolls),
            DemoComment("old roller", at(149), version: 2, answers: 10, Remark.webWidth),
            DemoComment("loft clearance", at(163), version: 2, Remark.forSale, reports: saleReports(published)),
            DemoComment("tidewatcher", at(188), version: 2, answers: 9, Remark.halfAgreed),
            DemoComment("fourth leader", at(205), version: 2, answers: 9, Remark.sharp, reports: [tone(published)]),
            DemoComment(
                "paper round", at(236), version: 2, Remark.letterBox,
                edit: DemoEdit(textBefore: Remark.letterBoxBefore, at: at(239))),
            DemoComment("ballast", at(331), version: 3, answers: 13, Remark.nowInTheStory),
            DemoComment("column width", at(352), version: 3, Remark.seventyTwo),
            DemoComment("first edition", at(371), version: 3, Remark.newcomer, isHeld: true),
        ]
    }

    private static func saleReports(_ published: Date) -> [DemoReport] {
        [
            DemoReport(
                clause: "advertising", text: "This is an ad. It has nothing to do with the story.",
                at: published.later(minutes: 171)),
            DemoReport(
                clause: "advertising", text: "I've seen the same text under stories on other sites.",
                at: published.later(minutes: 194)),
        ]
    }

    private static func tone(_ published: Date) -> DemoReport {
        DemoReport(
            clause: "abuse", text: "He may be right about the ledgers, but this is a personal attack.",
            at: published.later(minutes: 222))
    }
}
