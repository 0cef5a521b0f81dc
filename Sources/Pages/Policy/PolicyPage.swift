package import Markup
import Newsroom

/// The policy page: the rules for comments, and how reports, versions and the disclaimer work.
package struct PolicyPage: Sendable {
    package init() {}

    package func html(in context: SiteContext) -> HTML {
        let words = context.words.policy
        let policy = context.house.policy
        let clauses = policy.clauses.map { clause in
            "<div id=\"\(clause.code)\"><dt>\(clause.title)</dt><dd>\(clause.sentence)</dd></div>\n" as HTML
        }
        let page = OpenGraph(
            context: context, kind: .website, title: words.title, description: policy.welcome, address: Address.policy)
        return Layout(
            context: context, title: words.title, kind: "policy-page", head: page.html(), showsDisclaimer: false
        )
        .html(
            """
            <article class="plain-text">
            <h1>\(words.title)</h1>
            <p class="standfirst">\(policy.welcome)</p>
            <h2>\(words.rules)</h2>
            <dl class="clauses">
            \(clauses)</dl>
            <h2>\(words.reports)</h2>
            \(words.reportsText.map { "<p>\($0)</p>\n" as HTML })\
            <h2>\(words.own)</h2>
            <p>\(words.ownText)</p>
            <h2>\(words.versions)</h2>
            <p>\(words.versionsText)</p>
            <h2>\(words.disclaimer)</h2>
            <p>\(context.house.disclaimer)</p>
            </article>

            """)
    }
}
