import Newsroom

/// The forms of readers and the desk.
extension TestBrowser {
    mutating func comment(
        _ text: String, name: String = "A reader", on path: String = TestStories.bridgePath, parent: String = "",
        email: String = ""
    ) async -> Reply {
        await post(
            path + "/comments", ["name": name, "text": text, "email": email, "parent": parent, "version": "1"])
    }

    /// Posts a comment that must be accepted, and returns its number.
    mutating func commentNumber(
        _ text: String, name: String = "A reader", on path: String = TestStories.bridgePath, parent: String = ""
    ) async -> String {
        let reply = await comment(text, name: name, on: path, parent: parent)
        return reply.location?.split(separator: "-").last.map(String.init) ?? "nothing: \(reply.status)"
    }

    mutating func report(_ comment: String, clause: String = "abuse", text: String = "") async -> Reply {
        await post("/comments/\(comment)/report", ["clause": clause, "text": text, "email": ""])
    }

    mutating func rule(
        _ outcome: String, on deskCase: Int, clause: String = "abuse", sentence: String = "", revision: String = "0",
        asked: String = ""
    ) async -> Reply {
        await post(
            "/desk/cases/\(deskCase)/ruling",
            ["outcome": outcome, "clause": clause, "sentence": sentence, "revision": revision, "asked": asked])
    }
}
