import Newsroom

/// Reads a package item: which stories belong together, and which pictures belong to each story.
enum PackageReading {
    /// A canceled package yields no stories and no pictures.
    static func read(_ head: ItemHead) throws(Objection) -> IncomingPackage {
        guard let groupSet = head.item.first("groupSet") else {
            throw Objection(line: head.item.line, "This package has no groups.")
        }
        var walk = GroupWalk(groupSet)
        if !head.isCanceled {
            walk.visit(groupSet["root"] ?? "")
            guard !walk.stories.isEmpty else {
                throw Objection(line: groupSet.line, "This package refers to no story.")
            }
        }
        return IncomingPackage(
            guid: head.guid, wireVersion: head.version, embargoedUntil: head.embargoedUntil, stories: walk.stories,
            galleries: walk.galleries, topics: head.topics, usageTerms: head.usageTerms)
    }
}

/// Walks through the groups of a package from its root, depth first, visiting each group once.
private struct GroupWalk {
    private(set) var stories: [String] = []
    /// The pictures in order, each with the first story of its group.
    private var pictures: [(guid: String, story: String?)] = []
    private var groups: [String: XMLElement] = [:]

    init(_ groupSet: XMLElement) {
        for group in groupSet.all("group") {
            if let id = group["id"], groups[id] == nil { groups[id] = group }
        }
    }

    /// The pictures of each story, by the story's guid. Pictures in a group without a story belong to the
    /// first story of the package.
    var galleries: [String: [String]] {
        var galleries: [String: [String]] = [:]
        for picture in pictures {
            if let story = picture.story ?? stories.first { galleries[story, default: []].append(picture.guid) }
        }
        return galleries.mapValues(\.withoutRepetition)
    }

    /// Does not recurse, because a package may chain any number of groups.
    mutating func visit(_ root: String) {
        var waiting = children(of: root)
        while let (child, story) = waiting.popLast() {
            switch child.name {
            case "groupRef": waiting += children(of: child["idref"] ?? "")
            case "itemRef": take(child, story)
            default: break
            }
        }
        stories = stories.withoutRepetition
    }

    /// The content of a group, last first. Each child comes with the story to which its pictures belong.
    private mutating func children(of id: String) -> [(XMLElement, String?)] {
        // A visited group is removed, so a cycle of groups ends here.
        guard let group = groups.removeValue(forKey: id) else { return [] }
        let own = group.all("itemRef").first { $0.refersTo("text") }?["residref"]
        return group.elements.reversed().map { ($0, own) }
    }

    private mutating func take(_ reference: XMLElement, _ story: String?) {
        guard let guid = reference["residref"], !guid.isEmpty else { return }
        if reference.refersTo("text") {
            stories.append(guid)
        } else if reference.refersTo("picture") || reference.refersTo("photo") {
            pictures.append((guid, story))
        }
    }
}

extension XMLElement {
    fileprivate func refersTo(_ itemClass: String) -> Bool { first("itemClass")?.code == itemClass }
}
