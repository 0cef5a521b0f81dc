import Markup
import Newsroom

/// What the head of a page says to machines.
enum Head {
    static func description(_ text: String) -> HTML {
        text.isEmpty ? "" : "<meta name=\"description\" content=\"\(text.cut(to: 300))\">\n"
    }

    /// The one address under which the page wants to be known; absolute.
    static func canonical(_ address: SafeURL) -> HTML { "<link rel=\"canonical\" href=\"\(address)\">\n" }

    static func link(_ relation: StaticString, _ address: SafeURL?) -> HTML {
        guard let address else { return "" }
        return "<link rel=\"\(HTML(stringLiteral: relation))\" href=\"\(address)\">\n"
    }

    static func script(_ script: Asset) -> HTML {
        "<script type=\"module\" src=\"\(script.address)\"></script>\n"
    }

    /// An Open Graph property (ogp.me).
    static func property(_ name: StaticString, _ value: HTML) -> HTML {
        "<meta property=\"\(HTML(stringLiteral: name))\" content=\"\(value)\">\n"
    }
}
