import Markup
import Newsroom

/// The browsers in which a person is signed in, with buttons that end these sessions.
struct SessionsSection {
    let sessions: [OpenSession]
    let current: String

    func html(in context: SiteContext) -> HTML {
        let words = context.words.account
        let others: HTML = """
            <form method="post" action="\(Address.accountSessions)"><button class="quiet">\(words.endOthers)</button></form>

            """
        return """
            <section aria-labelledby="sessions-heading">
            <h2 id="sessions-heading">\(words.sessionsHeading)</h2>
            <ul class="sessions">
            \(sessions.map { row($0, context) })</ul>
            \(others, if: sessions.count > 1)</section>

            """
    }

    private func row(_ session: OpenSession, _ context: SiteContext) -> HTML {
        let words = context.words.account
        let agent = session.agent.isEmpty ? words.unknownBrowser : session.agent
        let end: HTML =
            session.id == current
            ? "<strong>\(words.thisSession)</strong>"
            : """
            <form method="post" action="\(Address.accountSessions)"><input type="hidden" name="session" \
            value="\(session.id)"><button class="plain">\(words.endSession)</button></form>
            """
        return """
            <li><bdi>\(agent)</bdi> <span class="meta">\(words.lastUsed) \(context.commentTime(session.usedAt))</span> \(end)</li>

            """
    }
}
