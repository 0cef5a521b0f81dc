/// The browser and the system of a client in a few words, from its `User-Agent` (RFC 9110, section 10.1.5). A person
/// recognizes their sessions by it. Unknown programs have the empty name.
enum BrowserName {
    /// In this order, because browsers also name those that they resemble.
    private static let browsers = [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ]

    static func name(of userAgent: String?) -> String {
        guard let userAgent, userAgent.utf8.count <= 1_000 else { return "" }
        let find = { (list: [(String, String)]) in list.first { userAgent.contains($0.0) }?.1 }
        return [find(browsers), find(systems)].compactMap(\.self).joined(separator: ", ")
    }
}
