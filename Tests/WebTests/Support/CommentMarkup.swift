import Testing

/// Expects that comments contain only the markup that their text may produce.
func expectCommentMarkup(_ page: PageOutline, _ vector: String, at place: SourceLocation = #_sourceLocation) {
    for element in page.commentMarkup {
        let attributes = element.attributes
        let isAllowed =
            switch element.name {
            case "p": attributes == ["dir": "auto"]
            case "br", "em", "strong", "blockquote", "ul": attributes.isEmpty
            case "ol": attributes.isEmpty || (attributes.count == 1 && attributes["start"].flatMap { Int($0) } != nil)
            case "li": attributes.isEmpty || (attributes.count == 1 && attributes["value"].flatMap { Int($0) } != nil)
            case "a":
                attributes.count == 2 && attributes["rel"] == "ugc nofollow noopener"
                    && attributes["href"]?.lowercased().hasPrefix("http") == true
            default: false
            }
        #expect(isAllowed, "\(vector.debugDescription) made <\(element.name) \(attributes)>", sourceLocation: place)
    }
}

/// Expects that every address is a path on this site, an HTTP address, or empty.
func expectSafeAddresses(_ page: PageOutline, _ vector: String, at place: SourceLocation = #_sourceLocation) {
    for address in page.addresses {
        let isOwn =
            address.isEmpty || address.hasPrefix("#")
            || (address.hasPrefix("/") && !address.hasPrefix("//") && !address.hasPrefix("/\\"))
        let isWeb = ["http://", "https://"].contains { address.lowercased().hasPrefix($0) }
        #expect(isOwn || isWeb, "\(vector.debugDescription) made the address \(address)", sourceLocation: place)
    }
}

/// Expects that two pages have the same structure. Reports only the differences.
func expectAlike(_ one: [String], _ other: [String]?, _ what: String, at place: SourceLocation = #_sourceLocation) {
    let changes = one.difference(from: other ?? []).map { change in
        switch change {
        case .insert(let line, let element, _): "+\(line) \(element)"
        case .remove(let line, let element, _): "-\(line) \(element)"
        }
    }
    #expect(changes == [], "\(what)", sourceLocation: place)
}
