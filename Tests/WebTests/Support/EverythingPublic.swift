import HTTPServer
import Newsroom

@testable import Web

extension TestSite {
    /// Everything that a visitor can ask for, in one text, with the status of each.
    func everythingPublic() async -> String {
        var all = ""
        for route in RouteTable.standard.routes where route.method == .get && route.permission == .read {
            // An open connection to `live` gets changes, which are compared separately.
            guard !route.path.hasSuffix("/live") else { continue }
            let reply = await TestBrowser.read(RouteVisit.fill(route, comment: "1", receipt: "none"), on: self)
            all += "\(route.path) \(reply.status)\n\(reply.response.fields)\n\(reply.text)\n"
        }
        return all
    }
}
