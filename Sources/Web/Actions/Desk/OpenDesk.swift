import Database
import Newsroom
import Pages
import Storage

/// The desk's front page: the state of the queue and the latest rulings.
enum OpenDesk {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.context))
    }

    static func page(_ exchange: Exchange, typed: TypedDecision?) async throws -> DeskPage {
        let (staff, now) = (try exchange.staff(), exchange.site.clock.now)
        let hasNoRelay = exchange.site.settings.mail.relay == nil
        return try await exchange.read { tx in
            var page = DeskPage(
                staff: staff, counts: try tx.queueCounts(now: now), day: try tx.decisions(of: staff, on: now),
                rulings: try tx.latestRulings(), houseDecision: try tx.houseDecision(), typed: typed)
            page.hasNoRelay = hasNoRelay
            if staff.may(.publish) {
                (page.suggestions, page.proposed) = (try tx.countOpenSuggestions(), try tx.countProposedVersions())
            }
            (page.saved, page.waiting) = (try tx.savedViews(of: staff), try tx.waitingBulkRulings())
            return page
        }
    }
}

/// The page of one case.
enum OpenCase {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange, typed: nil).html(in: exchange.site.context))
    }

    static func page(_ exchange: Exchange, typed: TypedRuling?) async throws -> CasePage {
        let staff = try exchange.staff()
        let id: Case.ID = try exchange.identifier("case")
        let (way, now, done) = (exchange.way, exchange.site.clock.now, exchange.query["done"])
        let page = try await exchange.read { tx in
            try tx.deskCase(id).map { deskCase in
                var page = CasePage(
                    staff: staff, deskCase: deskCase, background: try tx.caseContext(of: deskCase, now: now),
                    ruling: try tx.ruling(on: id), typed: typed,
                    redactions: try tx.redactions(of: deskCase.comment.id))
                page.claim = try tx.claimOfColleague(on: id, besides: staff, now: now)
                page.isEscalated = try tx.isEscalated(id)
                page.way = way
                page.done = try done.flatMap { try tx.queueDone($0) }
                return page
            }
        }
        guard let page else { throw Refusal(.missing(.deskCase)) }
        return page
    }
}

/// The desk's log, newest first.
enum ReadLog {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let staff = try exchange.staff()
        let before = exchange.query["before"].flatMap { Identifier<LogEntry>(path: $0) }?.number ?? .max
        let entries = try await exchange.read { tx in try tx.logEntries(before: before) }
        return .page(LogPage(staff: staff, entries: entries).html(in: exchange.site.context))
    }
}
