import Newsroom

extension RouteTable {
    /// Every address of the site. A new one needs a row here and its lines in `matrix.txt`, which
    /// `MatrixTests` checks.
    static let standard = RouteTable(
        reading + discussing + suggesting + live + writing + pictures + desk + moderation + account + machines)

    static let commentBody = 4 << 20
    static let smallBody = 64 << 10
    /// A text of 200,000 characters takes up to 2.4 MB as a form. The texts of a picture take less.
    private static let draftBody = 4 << 20

    private static let reading: [Route] = [
        Route(.get, "/", reads: [.after], cache: .shared, ReadFront.answer),
        Route(.get, "/topics", cache: .shared, ReadTopics.answer),
        Route(.get, "/topics/{topic}", reads: [.after], cache: .shared, ReadTopic.answer),
        Route(.get, "/stories/{story}", reads: [.order, .after], cache: .shared, ReadStory.answer),
        Route(
            .get, "/stories/{story}/{slug}", reads: [.order, .after, .done], cache: .shared, ownComments: true,
            ReadStory.answer),
        Route(.get, "/stories/{story}/{slug}/pictures/{place}", cache: .shared, ReadPicture.answer),
        Route(.get, "/stories/{story}/{slug}/versions", cache: .shared, ReadVersions.list),
        Route(.get, "/stories/{story}/{slug}/versions/{version}", reads: [.since], cache: .shared, ReadVersions.one),
        Route(.get, "/corrections", reads: [.after], cache: .shared, ReadCorrections.answer),
        Route(.get, "/policy", cache: .shared, ReadPolicy.answer),
        Route(.get, "/people/{person}", ReadPerson.answer),
        Route(.get, "/people/{person}/{slug}", reads: [.after], cache: .shared, ReadPerson.answer),
    ]

    private static let discussing: [Route] = [
        Route(
            .post, "/stories/{story}/{slug}/comments", for: .comment, body: commentBody, brief: true,
            again: PostComment.again, PostComment.answer),
        Route(
            .get, "/stories/{story}/{slug}/comments/{comment}", reads: [.after, .done], cache: .shared,
            ownComments: true, ReadComment.answer),
        Route(.get, "/stories/{story}/{slug}/live", reads: [.after], ReadLive.answer),
        Route(.get, "/comments/{comment}/edit", for: .comment, EditComment.form),
        Route(
            .post, "/comments/{comment}/edit", for: .comment, body: commentBody, again: EditComment.again,
            EditComment.answer),
        Route(.get, "/comments/{comment}/delete", for: .comment, DeleteComment.form),
        Route(
            .post, "/comments/{comment}/delete", for: .comment, body: smallBody, again: DeleteComment.again,
            DeleteComment.answer),
        Route(.get, "/comments/{comment}/report", for: .report, cache: .shared, ReportComment.form),
        Route(
            .post, "/comments/{comment}/report", for: .report, body: commentBody, again: ReportComment.again,
            ReportComment.answer),
        Route(.get, "/reports/{receipt}", ReadReceipt.answer),
    ]

    private static let writing: [Route] = [
        Route(
            .get, "/desk/stories", reads: [.state, .author, .topic, .text, .after], for: .write, ListStories.answer),
        Route(.get, "/desk/embargoed/{item}", for: .publish, ListStories.embargoed),
        Route(.get, "/desk/proposed/{item}", for: .publish, DecideProposedVersion.page),
        Route(.post, "/desk/proposed/{item}/merge", for: .publish, body: smallBody, DecideProposedVersion.merge),
        Route(.post, "/desk/proposed/{item}/publish", for: .publish, body: smallBody, DecideProposedVersion.publish),
        Route(.post, "/desk/proposed/{item}/dismiss", for: .publish, body: smallBody, DecideProposedVersion.dismiss),
        Route(.get, "/desk/stories/new", for: .write, WriteDraft.newForm),
        Route(
            .post, "/desk/stories/new", for: .write, body: draftBody, again: WriteDraft.createAgain, WriteDraft.create),
        Route(
            .post, "/desk/stories/new/preview", for: .write, body: draftBody, again: WriteDraft.createAgain,
            WriteDraft.previewNew),
        Route(.post, "/desk/stories/{story}/revise", for: .publish, ManageDrafts.revise),
        Route(.get, "/desk/drafts/{draft}", reads: [.revision, .accepted], for: .write, WriteDraft.form),
        Route(.post, "/desk/drafts/{draft}", for: .write, body: draftBody, again: WriteDraft.again, WriteDraft.save),
        Route(.get, "/desk/drafts/{draft}/autosave", for: .write, KeepTypedText.form),
        Route(
            .post, "/desk/drafts/{draft}/autosave", for: .write, body: draftBody, again: KeepTypedText.again,
            KeepTypedText.autosave),
        Route(
            .post, "/desk/drafts/{draft}/autosave/discard", for: .write, body: smallBody, KeepTypedText.discard),
        Route(
            .post, "/desk/drafts/{draft}/open", for: .write, body: smallBody, again: KeepTypedText.again,
            KeepTypedText.open),
        Route(
            .post, "/desk/drafts/{draft}/compare", for: .write, body: draftBody, again: WriteDraft.again,
            KeepTypedText.compare),
        Route(.get, "/desk/drafts/{draft}/history", for: .write, ManageDrafts.history),
        Route(
            .post, "/desk/drafts/{draft}/preview", for: .write, body: draftBody, again: WriteDraft.again,
            WriteDraft.preview),
        Route(
            .post, "/desk/drafts/{draft}/take-over", for: .write, body: draftBody, again: WriteDraft.again,
            WriteDraft.takeOver),
        Route(
            .post, "/desk/drafts/{draft}/submit", for: .write, body: draftBody, again: WriteDraft.again,
            WriteDraft.submit),
        Route(
            .post, "/desk/drafts/{draft}/publish", for: .write, body: draftBody, again: WriteDraft.again,
            PublishDraft.answer),
        Route(.post, "/desk/drafts/{draft}/confirm", for: .write, body: smallBody, PublishDraft.confirm),
        Route(.post, "/desk/drafts/{draft}/return", for: .write, body: smallBody, ManageDrafts.giveBack),
        Route(.post, "/desk/drafts/{draft}/discard", for: .write, body: smallBody, ManageDrafts.discard),
        Route(
            .post, "/desk/drafts/{draft}/notes", for: .write, body: draftBody, again: NoteOnDraft.addAgain,
            NoteOnDraft.add),
        Route(.post, "/desk/drafts/{draft}/notes/{note}/resolve", for: .write, NoteOnDraft.resolve),
        Route(.post, "/desk/drafts/{draft}/notes/{note}/reopen", for: .write, NoteOnDraft.reopen),
        Route(
            .post, "/desk/drafts/{draft}/pictures", for: .write, body: draftBody, again: WriteDraft.again,
            ChoosePictures.begin),
        Route(
            .post, "/desk/drafts/{draft}/pictures/{picture}", for: .write, body: smallBody, again: ChoosePictures.again,
            ChoosePictures.add),
    ]

    /// The bytes of one upload. A hundred pictures from a camera have about that many.
    private static let uploadBody = 2 << 30

    private static let pictures: [Route] = [
        Route(
            .get, "/desk/pictures", reads: [.text, .credit, .from, .until, .use, .draft, .numbers, .after], for: .write,
            ManagePictures.list),
        Route(.post, "/desk/pictures", for: .write, body: uploadBody, of: .upload, UploadPictures.answer),
        Route(.get, "/desk/pictures/{picture}", reads: [.done], for: .write, ManagePictures.one),
        Route(
            .post, "/desk/pictures/{picture}", for: .write, body: draftBody, again: ManagePictures.describeAgain,
            ManagePictures.describe),
        Route(
            .post, "/desk/pictures/{picture}/file", for: .write, body: uploadBody, of: .upload, ManagePictures.replace),
        Route(
            .post, "/desk/pictures/{picture}/terms", for: .publish, body: smallBody,
            again: ManagePictures.confirmTermsAgain, ManagePictures.confirmTerms),
        Route(
            .post, "/desk/pictures/{picture}/framing", for: .write, body: smallBody, again: FramePicture.again,
            FramePicture.answer),
        Route(
            .post, "/desk/pictures/{picture}/withdraw", for: .publish, body: smallBody,
            again: ManagePictures.withdrawAgain, ManagePictures.withdraw),
    ]

    private static let desk: [Route] = [
        Route(.get, "/sign-in", reads: [.next], SignIn.form),
        Route(.post, "/sign-in", body: smallBody, again: SignIn.again, SignIn.answer),
        Route(.post, "/sign-in/mail", body: smallBody, again: AskForLink.again, AskForLink.answer),
        Route(.get, "/sign-in/code", UseCode.form),
        Route(.post, "/sign-in/code", body: smallBody, again: UseCode.again, UseCode.answer),
        Route(.get, "/sign-in/link", reads: [.token], UseLink.form),
        Route(.post, "/sign-in/link", body: smallBody, again: UseLink.again, UseLink.answer),
        Route(.post, "/sign-out", SignOut.answer),
        Route(.get, "/first-admin", reads: [.token], CreateFirstAdmin.form),
        Route(
            .post, "/first-admin", body: smallBody, again: CreateFirstAdmin.again, CreateFirstAdmin.answer),
        Route(.get, "/desk", for: .moderate, OpenDesk.answer),
        Route(.get, "/desk/log", reads: [.before], for: .moderate, ReadLog.answer),
        Route(.get, "/desk/jobs", for: .administer, ReadJobs.answer),
        Route(.post, "/desk/jobs/{job}/retry", for: .administer, ReadJobs.retry),
        Route(.post, "/desk/jobs/{job}/drop", for: .administer, ReadJobs.drop),
        Route(.get, "/desk/stories/{story}", for: .moderate, OpenDeskStory.answer),
        Route(
            .post, "/desk/stories/{story}/discussion", for: .publish, body: smallBody,
            again: DecideDiscussion.ofStoryAgain, DecideDiscussion.ofStory),
        Route(
            .post, "/desk/stories/{story}/withdraw", for: .publish, body: smallBody,
            again: WithdrawStory.again, WithdrawStory.answer),
        Route(
            .post, "/desk/stories/{story}/restore", for: .publish, body: smallBody,
            again: WithdrawStory.again, WithdrawStory.reverse),
        Route(
            .post, "/desk/stories/{story}/unpublish", for: .publish, body: smallBody,
            again: WithdrawStory.again, WithdrawStory.unpublish),
        Route(
            .post, "/desk/house/discussion", for: .administer, body: smallBody,
            again: DecideDiscussion.ofHouseAgain, DecideDiscussion.ofHouse),
    ]

    private static let machines: [Route] = [
        Route(.get, "/feed.xml", cache: .shared, ReadFeed.atom),
        Route(.get, "/feed.json", cache: .shared, ReadFeed.json),
        Route(.get, "/corrections/feed.xml", cache: .shared, ReadFeed.correctionsAtom),
        Route(.get, "/corrections/feed.json", cache: .shared, ReadFeed.correctionsJSON),
        Route(.get, "/topics/{topic}/feed.xml", cache: .shared, ReadFeed.topicAtom),
        Route(.get, "/topics/{topic}/feed.json", cache: .shared, ReadFeed.topicJSON),
        Route(.get, "/stories/{story}/{slug}/comments.xml", cache: .shared, ReadDiscussionFeed.answer),
        Route(.get, "/sitemap.xml", reads: [.part], cache: .shared, ReadSitemap.answer),
        Route(.get, "/news-sitemap.xml", cache: .shared, ReadNewsSitemap.answer),
        Route(.get, "/robots.txt", cache: .shared, DescribeSite.robots),
        Route(.get, "/favicon.ico", cache: .shared, ServeFile.favicon),
        Route(.get, "/manifest.webmanifest", cache: .shared, DescribeSite.manifest),
        Route(
            .get, "/pictures/{name}", cache: .immutable, unpublished: ServeFile.unpublishedPicture, ServeFile.picture),
        Route(.get, "/assets/{name}", cache: .immutable, ServeFile.asset),
        Route(.get, "/health", TellHealth.alive),
        Route(.get, "/ready", TellHealth.ready),
        Route(.get, "/metrics", TellMetrics.answer),
    ]
}
