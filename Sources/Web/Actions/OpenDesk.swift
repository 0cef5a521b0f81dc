import Database
import Newsroom
import Pages
import Storage

/// What waits for the desk, and what it decided last.
enum OpenDesk {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.staff()
        let page = try await exchange.read { tx in
            DeskPage(
                staff: staff, cases: try tx.openCases(), openCount: try tx.openCaseCount(),
                rulings: try tx.latestRulings(), houseDecision: try tx.houseDecision())
        }
        return .page(page.html(in: exchange.site.edition))
    }
}

enum OpenCase {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, refusal: nil).html(in: exchange.site.edition))
    }

    static func page(_ exchange: Exchange, refusal: Refusal?) async throws -> CasePage {
        let staff = try exchange.staff()
        let id: Case.ID = try exchange.identifier("case")
        let sentence = exchange.form["sentence"]
        let page = try await exchange.read { tx in
            try tx.deskCase(id).map { deskCase in
                CasePage(
                    staff: staff, deskCase: deskCase, earlierTexts: try tx.earlierTexts(of: deskCase.comment.id),
                    ruling: try tx.ruling(on: id), sentence: sentence, refusal: refusal)
            }
        }
        guard let page else { throw Refusal.notFound("There is no such case.") }
        return page
    }
}

/// The desk's log, newest first.
enum ReadLog {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.staff()
        let before = exchange.query["before"].flatMap { Identifier<LogEntry>(path: $0) }?.number ?? .max
        let entries = try await exchange.read { tx in try tx.logEntries(before: before) }
        return .page(LogPage(staff: staff, entries: entries).html(in: exchange.site.edition))
    }
}
