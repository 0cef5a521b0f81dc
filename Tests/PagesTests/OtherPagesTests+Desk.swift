import Newsroom
import Testing

@testable import Pages

extension OtherPagesTests {
    @Test("The page of a case offers the rulings that fit the case, with the likely rule selected")
    func rulings() throws {
        let context = try Sample.context()
        let reports = ["off-topic", "abuse", "abuse"].enumerated().map { index, clause in
            Report(
                id: .init(Int64(index + 1)), comment: .init(1), clause: clause, text: nil, createdAt: Sample.updated)
        }
        func page(_ state: Newsroom.Comment.State) -> String {
            let deskCase = Case(
                id: .init(9), comment: Sample.comment(1, state: state), story: Sample.story().reference,
                openedAt: Sample.published, reportCount: reports.count, reports: reports, othersByAuthor: [])
            return CasePage(staff: staff, deskCase: deskCase, ruling: nil).html(in: context).shown
        }
        let held = page(.held)
        #expect(held.contains("value=\"approve\"") && !held.contains("value=\"dismiss\""))
        let reported = page(.published)
        #expect(reported.contains("value=\"dismiss\"") && !reported.contains("value=\"approve\""))
        #expect(reported.contains("<option value=\"abuse\" selected>") && reported.contains("3 reports"))
        #expect(reported.contains("action=\"/desk/cases/9/ruling\""))
    }

    @Test("The desk shows the views of the queue with their counts, and what is left to do", arguments: Role.ofStaff)
    func desk(_ role: Role) throws {
        let staff = Staff(id: .init(1), email: "desk@example.org", name: "Desk One", role: role)
        let counts = QueueCounts(open: 192, reported: 150, held: 42, escalated: 3, unread: 1_234)
        var page = DeskPage(
            staff: staff, counts: counts, day: ModeratorDay(decided: 12, removed: 5), rulings: [], houseDecision: nil)
        page.saved = [try SavedView(name: "<b>Rude</b>", filter: QueueFilter(.reported, clause: "abuse"))]
        let html = page.html(in: try Sample.context()).shown
        for (address, label) in [
            ("view=open", "All open <span class=\"count\">192</span>"),
            ("view=unread", "Unread <span class=\"count\">1,234+</span>"),
            ("view=reported&amp;rule=abuse", "<bdi>&lt;b&gt;Rude&lt;/b&gt;</bdi>"),
        ] {
            #expect(html.contains("<a href=\"/desk/queue?\(address)\">\(label)</a>"))
        }
        #expect(html.contains("192 cases") && html.contains("Your rulings today: 12, 5 of them removals"))
        #expect(html.contains("action=\"/desk/queue/next\"") && html.contains("name=\"view\" value=\"open\""))
        #expect(!html.contains("aria-current=\"page\""), "the desk shows no view")
        #expect(
            html.contains("action=\"/desk/house/discussion\"") == (role == .admin),
            "only admins close all discussions")
        let empty = DeskPage(
            staff: staff, counts: QueueCounts(open: 0, reported: 0, held: 0, escalated: 0),
            day: ModeratorDay(decided: 0, removed: 0), rulings: [], houseDecision: nil)
        #expect(!empty.html(in: try Sample.context()).shown.contains("Start with the first case"))
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
            staff: admin, counts: Sample.queueCounts, day: ModeratorDay(decided: 0, removed: 0), rulings: [],
            houseDecision: nil, typed: typed
        ).html(in: context).shown
        #expect(house.contains("value=\"My reason.\"") && house.contains("Enter a reason."))
        for state in [DiscussionState.open(until: nil), .closed(.byHouse, since: Sample.updated)] {
            let story = StoryDeskPage(
                staff: admin, story: Sample.story(), gallery: Gallery([]), state: state, decision: nil, typed: typed
            ).html(in: context).shown
            #expect(story.contains("My reason.") && story.contains("Enter a reason."))
        }
    }

    @Test("The page of a case shows all its reports")
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
        let html = CasePage(staff: staff, deskCase: deskCase, ruling: nil).html(in: context).shown
        for number in 1...9 { #expect(html.contains("Note \(number).")) }
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
