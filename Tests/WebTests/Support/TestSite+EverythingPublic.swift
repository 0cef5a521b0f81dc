import HTTPServer
import Newsroom

@testable import Web

extension TestSite {
    /// Everything that a visitor can ask for, in one text, with the status of each.
    func everythingPublic(pictures: [String] = []) async throws -> String {
        var all = ""
        for route in RouteTable.standard.routes where route.method == .get && route.permission == .read {
            // An open connection to `live` gets changes, which are compared separately.
            guard !route.path.hasSuffix("/live") else { continue }
            all += try await read(RouteVisit.fill(route, comment: "1", receipt: "none"))
        }
        for name in pictures { all += try await read("/pictures/\(name)") }
        return all
    }

    private func read(_ path: String) async throws -> String {
        let reply = await TestBrowser.read(path, on: self)
        return "\(path) \(reply.status)\n\(reply.response.fields)\n\(reply.text)\n"
    }
}
