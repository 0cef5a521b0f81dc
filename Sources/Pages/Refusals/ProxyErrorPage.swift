package import Markup
import Newsroom

/// A page that a proxy shows by itself, because a request does not reach the newspaper or gets no response.
///
/// It is one file that loads nothing else.
package struct ProxyErrorPage: Sendable {
    /// The cases in which nginx, HAProxy or Caddy responds by itself. The number is the HTTP status.
    package enum Kind: Int, CaseIterable, Sendable {
        case tooLarge = 413
        case badGateway = 502
        case unavailable = 503
        case gatewayTimeout = 504
    }

    /// A line by which a file is recognized as one of these pages.
    package static let mark: StaticString = "<meta name=\"generator\" content=\"Broadsheet\">"

    package let kind: Kind

    package init(_ kind: Kind) { self.kind = kind }

    package func html(in context: SiteContext) -> HTML {
        let house = context.house
        let (heading, text) = sentences(context.words.proxyErrors)
        return """
            <!DOCTYPE html>
            <html lang="\(house.language.tag)" dir="\(house.language.direction.rawValue)">
            <head>
            <meta charset="utf-8">
            <title>\(heading) – \(house.name)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            \(HTML(stringLiteral: Self.mark))
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header><a href="\(Address.front)">\(house.name)</a></header>
            <main>
            <h1>\(heading)</h1>
            <p>\(text)</p>
            </main>
            </body>
            </html>

            """
    }

    private func sentences(_ words: ProxyErrorWords) -> (heading: String, text: String) {
        switch kind {
        case .tooLarge: (words.tooLarge, words.tooLargeText)
        case .badGateway, .gatewayTimeout: (words.noResponse, words.noResponseText)
        case .unavailable: (words.unavailable, words.unavailableText)
        }
    }

    /// The colors and fonts of the style sheet.
    private static let style: HTML = """
        :root { color-scheme: light dark; --paper: #fcfaf5; --ink: #1b1813; --rule: #1b1813; }
        @media (prefers-color-scheme: dark) { :root { --paper: #161511; --ink: #e8e3d6; --rule: #cfc8b6; } }
        body { margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.25rem); max-inline-size: 40rem; background: var(--paper);
          color: var(--ink); font: 1.0625rem/1.55 "Iowan Old Style", Palatino, Charter, Georgia, "Noto Serif", serif;
          overflow-wrap: anywhere; }
        header { padding-block: 1.25rem .75rem; border-block-end: 3px double var(--rule); text-align: center;
          font-size: 1.75rem; font-weight: 700; }
        header a { display: inline-block; min-block-size: 44px; color: inherit; text-decoration: none; }
        header a:hover, header a:focus-visible { text-decoration: underline; }
        h1 { margin-block: 2rem .75rem; font-size: 1.75rem; line-height: 1.15; }
        """
}
