import Newsroom

extension RouteTable {
    /// Live stories: the pages of their entries, and the desk's pages.
    static let live: [Route] = [
        Route(.get, "/stories/{story}/{slug}/entries", reads: [.after], cache: .shared, ReadEntries.page),
        Route(.get, "/stories/{story}/{slug}/live/{entry}", cache: .shared, ReadEntries.one),
        Route(.get, "/desk/stories/{story}/live", reads: [.after], for: .publish, WriteLiveStory.page),
        Route(
            .post, "/desk/stories/{story}/live", for: .publish, body: commentBody, again: WriteLiveStory.addAgain,
            WriteLiveStory.add),
        Route(
            .post, "/desk/stories/{story}/coverage", for: .publish, body: smallBody, again: WriteLiveStory.again,
            WriteLiveStory.decide),
        Route(.get, "/desk/stories/{story}/live/{entry}", for: .publish, EditLiveEntry.form),
        Route(
            .post, "/desk/stories/{story}/live/{entry}", for: .publish, body: commentBody, again: EditLiveEntry.again,
            EditLiveEntry.save),
        Route(
            .post, "/desk/stories/{story}/live/{entry}/pin", for: .publish, body: smallBody,
            again: WriteLiveStory.again, EditLiveEntry.pin),
        Route(
            .post, "/desk/stories/{story}/live/{entry}/remove", for: .publish, body: smallBody,
            again: WriteLiveStory.again, EditLiveEntry.remove),
    ]
}
