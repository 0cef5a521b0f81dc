import Newsroom
import Testing

@testable import Pages

extension OtherPagesTests {
    @Test("The desk offers the rulings that fit the case, with the likely rule selected")
    func desk() throws {
        let context = try Sample.context()
        let reports = ["off-topic", "abuse", "abuse"].enumerated().map { index, clause in
            Report(
                id: .init(Int64(index + 1)), comment: .init(1), clause: clause, text: nil, createdAt: Sample.updated)
        }
        func page(_ state: Newsroom.Comment.State) -> String {
            let deskCase = Case(
                id: .init(9), comment: Sample.comment(1, state: state), story: Sample.story().reference,
                openedAt: Sample.published, reportCount: reports.count, reports: reports, othersByAuthor: [])
            return DeskPage(staff: staff, cases: [deskCase], openCount: 1, rulings: [], houseDecision: nil)
                .html(in: context).shown
        }
        let held = page(.held)
        #expect(held.contains("value=\"approve\"") && !held.contains("value=\"dismiss\""))
        let reported = page(.published)
        #expect(reported.contains("value=\"dismiss\"") && !reported.contains("value=\"approve\""))
        #expect(reported.contains("<option value=\"abuse\" selected>") && reported.contains("3 reports"))
        #expect(reported.contains("action=\"/desk/cases/9/ruling\""))
        #expect(!reported.contains("action=\"/desk/house/discussion\""), "a moderator cannot close all discussions")
    }

    @Test("A case with a ruling shows who ruled, and no form for another")
    func conflict() throws {
        let ruling = Ruling(
            id: .init(4), caseID: .init(9), comment: .init(1), staffName: "Desk Two", outcome: .uphold,
            clause: "abuse", sentence: nil, createdAt: Sample.updated, undoneAt: nil)
        let deskCase = Case(
            id: .init(9), comment: Sample.comment(1), story: Sample.story().reference, openedAt: Sample.published,
            reportCount: 0, reports: [], othersByAuthor: [])
        let page = CasePage(
            staff: staff, deskCase: deskCase, ruling: ruling,
            typed: TypedRuling(clause: "abuse", sentence: "My words.", refusal: .ruledMeanwhile(ruling)))
        let html = page.html(in: try Sample.context()).shown
        #expect(
            html.contains("Desk Two removed the comment. Your ruling was not applied.") && html.contains("My words."))
        #expect(!html.contains("/ruling\"") && html.contains("action=\"/desk/rulings/4/undo\""))
    }

    @Test("A refused ruling keeps the chosen rule, whatever the reports name", arguments: ["hate", ""])
    func refusedRuling(chosen: String) throws {
        let report = Report(id: .init(1), comment: .init(1), clause: "abuse", text: nil, createdAt: Sample.updated)
        let deskCase = Case(
            id: .init(9), comment: Sample.comment(1), story: Sample.story().reference, openedAt: Sample.published,
            reportCount: 1, reports: [report], othersByAuthor: [])
        let page = CasePage(
            staff: staff, deskCase: deskCase, ruling: nil,
            typed: TypedRuling(
                clause: chosen, sentence: "My words.", refusal: Sample.missing(.rulingSentence, field: "sentence")))
        let html = page.html(in: try Sample.context()).shown
        #expect(html.contains("<option value=\"hate\" selected>") == (chosen == "hate"))
        #expect(!html.contains("<option value=\"abuse\" selected>"))
        #expect(html.contains("My words.") && html.contains("name=\"revision\" value=\"0\""))
    }

    @Test("A refused decision on a discussion is returned with its reason")
    func refusedDecision() throws {
        let typed = TypedDecision(reason: "My reason.", refusal: Sample.missing(.decisionReason, field: "reason"))
        let admin = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: .admin)
        let context = try Sample.context()
        let house = DeskPage(
            staff: admin, cases: [], openCount: 0, rulings: [], houseDecision: nil, typed: typed
        ).html(in: context).shown
        #expect(house.contains("value=\"My reason.\"") && house.contains("Enter a reason."))
        for state in [DiscussionState.open(until: nil), .closed(.byHouse, since: Sample.updated)] {
            let story = StoryDeskPage(
                staff: admin, story: Sample.story(), gallery: Gallery([]), state: state, decision: nil, typed: typed
            ).html(in: context).shown
            #expect(story.contains("My reason.") && story.contains("Enter a reason."))
        }
    }

    @Test("The queue shows a few reports of each case and a link to the others")
    func manyReports() throws {
        let reports = (1...9).map { number in
            Report(
                id: .init(Int64(number)), comment: .init(1), clause: "abuse", text: "Note \(number).",
                createdAt: Sample.updated)
        }
        let deskCase = Case(
            id: .init(9), comment: Sample.comment(1), story: Sample.story().reference, openedAt: Sample.published,
            reportCount: 9, reports: reports, othersByAuthor: [])
        let context = try Sample.context()
        let queue = DeskPage(staff: staff, cases: [deskCase], openCount: 1, rulings: [], houseDecision: nil)
            .html(in: context).shown
        #expect(queue.contains("Note 5.") && !queue.contains("Note 6.") && queue.contains("All reports"))
        let alone = CasePage(staff: staff, deskCase: deskCase, ruling: nil)
            .html(in: context).shown
        #expect(alone.contains("Note 9.") && !alone.contains("All reports"))
    }

    @Test("Only staff who may close a discussion get the form for it", arguments: Role.ofStaff)
    func storyDesk(_ role: Role) throws {
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: role)
        let page = StoryDeskPage(
            staff: staff, story: Sample.story(), gallery: Gallery([Sample.picture(1)]), state: .open(until: nil),
            decision: nil)
        let html = page.html(in: try Sample.context()).shown
        #expect(html.contains("action=\"/desk/stories/7/discussion\"") == role.permissions.contains(.publish))
        #expect(html.contains("NO ARCHIVAL USE"))
    }
}
