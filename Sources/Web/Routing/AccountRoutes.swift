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
        Route(.get, "/account/notifications", reads: [.before, .done], for: .account, ReadNotifications.page),
        Route(
            .post, "/account/notifications/read", for: .account, body: smallBody, ReadNotifications.markRead),
        Route(
            .post, "/account/notifications/choices", for: .account, body: smallBody, ReadNotifications.choose),
        Route(.get, "/stop-mails/{person}", reads: [.token, .kind], StopMails.form),
        Route(.post, "/stop-mails/{person}", reads: [.token, .kind], StopMails.answer),
        Route(.get, "/account/leave", for: .account, LeaveAccount.form),
        Route(
            .post, "/account/leave", for: .account, body: smallBody, again: LeaveAccount.again, LeaveAccount.answer),
        Route(.post, "/account/keep", for: .account, body: smallBody, LeaveAccount.keep),
        Route(.get, "/account/download", for: .account, DownloadData.page),
        Route(
            .post, "/account/download", for: .account, body: smallBody, again: DownloadData.again, DownloadData.order),
        Route(.get, "/account/download/archive", for: .account, DownloadData.archive),
        Route(.get, "/account/comments", reads: [.after], for: .account, ManageAccount.comments),
    ]
}
