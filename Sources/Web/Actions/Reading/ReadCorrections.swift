import Newsroom
import Pages
import Storage

/// Everything that the newspaper has corrected or clarified.
enum ReadCorrections {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let key = try exchange.pageKey()
        let (corrections, mayBeCached) = try await exchange.read { tx in
            (try tx.corrections(after: key), try key.map(tx.isCorrection(at:)) ?? true)
        }
        let answer = Answer.page(CorrectionsPage(corrections: corrections).html(in: exchange.site.context))
        return mayBeCached ? answer.cached(for: .lists) : answer
    }
}
