import Foundation
import Newsroom
import Testing

@Suite("Changes to a published story", .timeLimit(.minutes(1)))
struct DraftChangeTests {
    private func content(_ headline: String = "A bridge opens", _ body: String = "One.") -> DraftContent {
        var content = DraftContent()
        (content.headline, content.body) = (headline, body)
        return content
    }

    @Test("Changes that readers do not see are a problem, and every field that they see counts")
    func unchanged() {
        let published = content()
        var mine = published
        (mine.note, mine.agencyVersion, mine.act) = ("For the desk", 4, .correction)
        mine.correction = "In fact, it opens later."
        #expect(mine.problems(changing: published, with: nil) == [PublicationProblem(.unchanged)])
        let changes: [(inout DraftContent) -> Void] = [
            { $0.headline = "-" }, { $0.standfirst = "-" }, { $0.byline = "-" }, { $0.place = "-" },
            { $0.agency = "-" },
            { $0.body = "-" }, { $0.credits = [DraftCredit(role: "-", person: "-")] }, { $0.signOff = "-" },
            { $0.topics = ["-"] }, { $0.related = [2] }, { $0.gallery = [GalleryEntry(Picture.ID(3))] },
            { $0.language = "de" },
        ]
        for (index, change) in changes.enumerated() {
            var changed = mine
            change(&changed)
            #expect(changed.problems(changing: published, with: nil).isEmpty, "change \(index)")
        }
    }

    @Test("A note that readers would not see is a problem", arguments: Version.Act.ofPublished)
    func unusedNote(_ act: Version.Act) {
        var mine = content("A bridge closes")
        (mine.act, mine.correction) = (act, "In fact, it closes.")
        let problems = mine.problems(changing: content(), with: nil)
        #expect(problems == (act.isCorrection ? [] : [PublicationProblem(.unusedNote)]))
        #expect(problems.allSatisfy { $0.field == "correction" })
    }

    @Test("An agency's change of which nothing was taken is a problem, and another one is not")
    func lost() {
        let (base, published) = (content("A bridge opens", "It began."), content("A bridge opens", "It began, we say."))
        let agency = AgencyChange(base: base, theirs: content("A bridge opens late", "It began late."))
        var mine = published
        mine.headline = "A bridge opens late"
        #expect(
            mine.problems(changing: published, with: agency) == [PublicationProblem(.agencyChangeLost, "body")])
        #expect(PublicationProblem(.agencyChangeLost, "body").field == "body")
        mine.body = "It began late, we say."
        #expect(mine.problems(changing: published, with: agency).isEmpty)
        // Another change of one's own is none of the agency's, and words that were only taken out leave no trace.
        mine.body = "It began, we think."
        #expect(mine.problems(changing: published, with: agency) == [PublicationProblem(.agencyChangeLost, "body")])
        let shorter = AgencyChange(base: base, theirs: content("A bridge opens", "It."))
        mine.body = published.body
        #expect(mine.problems(changing: published, with: shorter) == [PublicationProblem(.agencyChangeLost, "body")])
        // The agency has changed only the headline.
        let other = AgencyChange(base: base, theirs: content("A bridge opens late", "It began."))
        mine.body = published.body
        #expect(mine.problems(changing: published, with: other).isEmpty)
    }

    @Test("The checks of changes never stop a publication")
    func warnings() {
        let rules = StoryRules(language: .english)
        #expect(rules.blocking.isDisjoint(with: PublicationCheck.ofChanges))
        #expect(rules.blocking.contains(.noHeadline))
    }
}
