import Markup
import Newsroom

/// The parts of a page's head that machines read.
enum Head {
    static func description(_ text: String) -> HTML {
        text.isEmpty ? "" : "<meta name=\"description\" content=\"\(text.cut(to: 300))\">\n"
    }

    /// The canonical address of the page; absolute.
    static func canonical(_ address: SafeURL) -> HTML { "<link rel=\"canonical\" href=\"\(address)\">\n" }

    static func link(_ relation: StaticString, _ address: SafeURL?) -> HTML {
        guard let address else { return "" }
        return "<link rel=\"\(HTML(stringLiteral: relation))\" href=\"\(address)\">\n"
    }

    static func atom(_ address: SafeURL, _ title: String) -> HTML { feed("application/atom+xml", address, title) }

    static func jsonFeed(_ address: SafeURL, _ title: String) -> HTML { feed("application/feed+json", address, title) }

    private static func feed(_ type: StaticString, _ address: SafeURL, _ title: String) -> HTML {
        "<link rel=\"alternate\" type=\"\(HTML(stringLiteral: type))\" href=\"\(address)\" title=\"\(title)\">\n"
    }

    static func script(_ script: Asset) -> HTML {
        "<script type=\"module\" src=\"\(script.address)\"></script>\n"
    }

    /// An Open Graph property (ogp.me).
    static func property(_ name: StaticString, _ value: HTML) -> HTML {
        "<meta property=\"\(HTML(stringLiteral: name))\" content=\"\(value)\">\n"
    }
}
