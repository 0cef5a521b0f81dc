import Newsroom

extension RouteTable {
    /// Every address of the site. A new one is a line here, and a line in the matrix that a test compares.
    static let standard = RouteTable(reading + discussing + desk + machines)

    private static let commentBody = 4 << 20
    private static let smallBody = 64 << 10

    private static let reading: [Route] = [
        Route(.get, "/", reads: [.after], cache: .shared, ReadFront.answer),
        Route(.get, "/topics/{topic}", reads: [.after], cache: .shared, ReadTopic.answer),
        Route(.get, "/stories/{story}", reads: [.order, .after], cache: .shared, ReadStory.answer),
        Route(
            .get, "/stories/{story}/{slug}", reads: [.order, .after], cache: .shared, overlaid: true, ReadStory.answer),
        Route(.get, "/stories/{story}/{slug}/pictures/{place}", cache: .shared, ReadPicture.answer),
        Route(.get, "/stories/{story}/{slug}/versions", cache: .shared, ReadVersions.list),
        Route(.get, "/stories/{story}/{slug}/versions/{version}", reads: [.since], cache: .shared, ReadVersions.one),
        Route(.get, "/policy", cache: .shared, ReadPolicy.answer),
    ]

    private static let discussing: [Route] = [
        Route(.post, "/stories/{story}/{slug}/comments", body: commentBody, brief: true, PostComment.answer),
        Route(
            .get, "/stories/{story}/{slug}/comments/{comment}", reads: [.after], cache: .shared, overlaid: true,
            ReadComment.answer),
        Route(.get, "/stories/{story}/{slug}/live", reads: [.after], ReadLive.answer),
        Route(.get, "/comments/{comment}/edit", EditComment.form),
        Route(.post, "/comments/{comment}/edit", body: commentBody, EditComment.answer),
        Route(.get, "/comments/{comment}/report", cache: .shared, ReportComment.form),
        Route(.post, "/comments/{comment}/report", body: commentBody, ReportComment.answer),
        Route(.get, "/reports/{receipt}", ReadReceipt.answer),
    ]

    private static let desk: [Route] = [
        Route(.get, "/sign-in", reads: [.next], SignIn.form),
        Route(.post, "/sign-in", body: smallBody, SignIn.answer),
        Route(.post, "/sign-out", SignOut.answer),
        Route(.get, "/desk", who: .moderator, OpenDesk.answer),
        Route(.get, "/desk/log", reads: [.before], who: .moderator, ReadLog.answer),
        Route(.get, "/desk/cases/{case}", who: .moderator, OpenCase.answer),
        Route(.get, "/desk/cases/{case}/texts", who: .moderator, ReadEarlierTexts.answer),
        Route(.post, "/desk/cases/{case}/ruling", who: .moderator, body: smallBody, RuleOnCase.answer),
        Route(.post, "/desk/rulings/{ruling}/undo", who: .moderator, UndoRuling.answer),
        Route(.get, "/desk/stories/{story}", who: .moderator, OpenDeskStory.answer),
        Route(.post, "/desk/stories/{story}/discussion", who: .editor, body: smallBody, DecideDiscussion.ofStory),
        Route(.post, "/desk/house/discussion", who: .admin, body: smallBody, DecideDiscussion.ofHouse),
    ]

    private static let machines: [Route] = [
        Route(.get, "/feed.xml", cache: .shared, ReadFeed.atom),
        Route(.get, "/feed.json", cache: .shared, ReadFeed.json),
        Route(.get, "/sitemap.xml", cache: .shared, ReadSitemap.answer),
        Route(.get, "/robots.txt", cache: .shared, ReadRobots.answer),
        Route(.get, "/pictures/{name}", cache: .immutable, ServeFile.picture),
        Route(.get, "/assets/{name}", cache: .immutable, ServeFile.asset),
        Route(.get, "/health", TellHealth.alive),
        Route(.get, "/ready", TellHealth.ready),
    ]
}
