package import Markup
package import Newsroom

/// The page of corrections and its feeds.
extension Address {
    package static let corrections = SafeURL(path: ["corrections"])
    package static let correctionsAtom = SafeURL(path: ["corrections", "feed.xml"])
    package static let correctionsJSON = SafeURL(path: ["corrections", "feed.json"])

    package static func corrections(after key: PageKey) -> SafeURL {
        SafeURL(path: ["corrections"], query: [("after", key.description)])
    }
}
