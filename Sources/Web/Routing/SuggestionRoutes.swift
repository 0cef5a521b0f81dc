import Newsroom

extension RouteTable {
    /// Suggested corrections. The form may have a passage in its address, so it is not cached.
    static let suggesting: [Route] = [
        Route(
            .get, "/stories/{story}/{slug}/suggest", reads: [.passage, .version], for: .report, SuggestCorrection.form),
        Route(
            .post, "/stories/{story}/{slug}/suggest", for: .report, body: commentBody, again: SuggestCorrection.again,
            SuggestCorrection.answer),
        Route(.get, "/suggestions/{receipt}", SuggestCorrection.receipt),
        Route(.get, "/desk/corrections", reads: [.state, .after, .done], for: .publish, DecideSuggestion.list),
        Route(.get, "/desk/corrections/{suggestion}", for: .publish, DecideSuggestion.one),
        Route(
            .post, "/desk/corrections/{suggestion}", for: .publish, body: smallBody, again: DecideSuggestion.again,
            DecideSuggestion.answer),
        Route(
            .post, "/desk/corrections/{suggestion}/reopen", for: .publish, body: smallBody,
            again: DecideSuggestion.again, DecideSuggestion.reopen),
    ]
}
