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
        Route(.post, "/account/sessions", for: .account, body: smallBody, ManageAccount.endSessions),
        Route(.post, "/account/claim", for: .account, body: smallBody, ManageAccount.claim),
        Route(.get, "/account/comments", reads: [.after], for: .account, ManageAccount.comments),
    ]
}
