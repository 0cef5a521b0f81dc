import Newsroom

extension RouteTable {
    /// A person's own account.
    static let account: [Route] = [
        Route(.get, "/account", reads: [.done], for: .account, ManageAccount.page),
        Route(
            .post, "/account/name", for: .account, body: smallBody, again: ManageAccount.again, ManageAccount.rename),
        Route(
            .post, "/account/password", for: .account, body: smallBody, again: ManageAccount.again,
            ManageAccount.setPassword),
        Route(
            .post, "/account/address", for: .account, body: smallBody, again: ManageAccount.again, ChangeAddress.ask),
        Route(
            .post, "/account/language", for: .account, body: smallBody, again: ManageAccount.again,
            ChangeAddress.chooseLanguage),
        Route(.get, "/confirm-address", reads: [.token], ChangeAddress.form),
        Route(.post, "/confirm-address", body: smallBody, ChangeAddress.confirm),
        Route(.post, "/account/sessions", for: .account, body: smallBody, ManageAccount.endSessions),
        Route(.post, "/account/page", for: .account, body: smallBody, ManageAccount.setPublicPage),
        Route(.get, "/account/following", for: .account, Follow.list),
        Route(.post, "/account/following", for: .account, body: smallBody, Follow.answer),
        Route(.get, "/account/muted", for: .account, Mute.list),
        Route(.post, "/account/muted", for: .account, body: smallBody, Mute.answer),
        Route(.post, "/account/claim", for: .account, body: smallBody, ManageAccount.claim),
        Route(.get, "/account/comments", reads: [.after], for: .account, ManageAccount.comments),
    ]
}
