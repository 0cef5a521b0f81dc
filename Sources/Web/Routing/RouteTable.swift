import HTTPTypes
import Markup
import Newsroom

/// All routes, and the lookup of the route for a request. Literal segments take precedence over segments in
/// braces.
package struct RouteTable: Sendable {
    package let routes: [Route]
    /// The paths of the routes, each once.
    let patterns: [String]
    private let byLength: [Int: [Route]]

    init(_ routes: [Route]) {
        var (patterns, places, routes) = ([String](), [String: Int](), routes)
        for index in routes.indices {
            let path = routes[index].path
            if places[path] == nil {
                places[path] = patterns.count
                patterns.append(path)
            }
            routes[index].number = index
            routes[index].place = places[path] ?? 0
        }
        self.routes = routes
        self.patterns = patterns
        byLength = Dictionary(grouping: routes, by: \.segments.count)
            .mapValues { $0.sorted { $0.literalCount > $1.literalCount } }
    }

    /// A route with the values of its segments in braces.
    package typealias Found = (route: Route, values: [String: String])

    enum Match {
        case found(Route, [String: String])
        /// Without its final slash, the path would be that of a page.
        case withSlash(Route, [String: String])
        case otherMethod(allowed: [String])
        case none
    }

    /// Paths are compared as they are written: a path in another case or with a doubled slash is another
    /// path, and matches no route. Only one extra slash at the end of a page's path is recognized.
    func match(_ method: HTTPRequest.Method, path: Substring) -> Match {
        let slash = UInt8(ascii: "/")
        guard path.utf8.first == slash else { return .none }
        let parts =
            path == "/"
            ? [] : path.utf8.dropFirst().split(separator: slash, omittingEmptySubsequences: false).map { Substring($0) }
        let wanted = method == .head ? HTTPRequest.Method.get : method
        var allowed: [String] = []
        for route in byLength[parts.count] ?? [] {
            guard let values = route.match(parts) else { continue }
            if route.method.rawValue == wanted.rawValue { return .found(route, values) }
            allowed += route.method.answered
        }
        if allowed.isEmpty, wanted == .get, parts.count > 1, parts.last == "", parts[parts.count - 2] != "" {
            if case .found(let route, let values) = match(.get, path: path.dropLast()) {
                return .withSlash(route, values)
            }
        }
        return allowed.isEmpty ? .none : .otherMethod(allowed: allowed)
    }
}

extension RouteTable {
    /// The nearest page above the path of a form that only takes a POST. It has the form, or leads to it.
    func page(above path: Substring) -> SafeURL? {
        var path = path
        while let slash = path.lastIndex(of: "/") {
            path = path[..<slash]
            if case .found(let route, let values) = match(.get, path: path.isEmpty ? "/" : path) {
                return route.address(values, [])
            }
        }
        return nil
    }
}

extension Route.Method {
    /// The methods that a route accepts: HEAD as well wherever GET is accepted (RFC 9110, section 9.3.2).
    fileprivate var answered: [String] {
        switch self {
        case .get: [rawValue, "HEAD"]
        case .post: [rawValue]
        }
    }
}

extension Route {
    fileprivate var literalCount: Int { segments.count { if case .literal = $0 { true } else { false } } }
}
