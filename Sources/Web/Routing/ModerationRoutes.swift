import Newsroom

extension RouteTable {
    private static let queuePlace: [Parameter] = [.view, .story, .topic, .language, .rule, .hours, .skipped, .done]

    /// The queue, cases and decisions.
    static let moderation: [Route] = [
        Route(
            .get, "/desk/queue", reads: queuePlace + [.after], for: .moderate, WorkOnQueue.list),
        Route(.post, "/desk/queue/next", for: .moderate, body: smallBody, WorkOnQueue.next),
        Route(.post, "/desk/queue/leave", for: .moderate, body: smallBody, WorkOnQueue.leave),
        Route(.post, "/desk/queue/unread/{comment}", for: .moderate, body: smallBody, WorkOnQueue.openUnread),
        Route(
            .post, "/desk/queue/views", for: .moderate, body: smallBody, again: SaveView.again, SaveView.answer),
        Route(.post, "/desk/queue/views/delete", for: .moderate, body: smallBody, SaveView.delete),
        Route(
            .post, "/desk/queue/preview", for: .moderate, body: smallBody, again: RuleInBulk.selectAgain,
            RuleInBulk.preview),
        Route(
            .post, "/desk/bulk", for: .moderate, body: smallBody, again: RuleInBulk.again, RuleInBulk.answer),
        Route(.get, "/desk/bulk/{bulk}", reads: queuePlace, for: .moderate, RuleInBulk.result),
        Route(.post, "/desk/bulk/{bulk}/confirm", for: .moderate, body: smallBody, RuleInBulk.confirm),
        Route(.post, "/desk/bulk/{bulk}/discard", for: .moderate, body: smallBody, RuleInBulk.discard),
        Route(.post, "/desk/bulk/{bulk}/undo", for: .moderate, body: smallBody, RuleInBulk.undo),
        Route(.get, "/desk/comments/{comment}/case", reads: [.back], for: .moderate, OpenCaseOfComment.find),
        Route(.post, "/desk/comments/{comment}/case", for: .moderate, body: smallBody, OpenCaseOfComment.open),
        Route(.get, "/desk/cases/{case}", reads: queuePlace + [.back], for: .moderate, OpenCase.answer),
        Route(.post, "/desk/cases/{case}/claim", for: .moderate, WorkOnQueue.claim),
        Route(
            .post, "/desk/cases/{case}/hold", for: .moderate, body: smallBody, again: RuleOnCase.again,
            WorkOnQueue.hold),
        Route(
            .post, "/desk/cases/{case}/escalate", for: .moderate, body: smallBody, again: RuleOnCase.again,
            WorkOnQueue.escalate),
        Route(.post, "/desk/acts/{act}/undo", for: .moderate, body: smallBody, WorkOnQueue.undo),
        Route(
            .post, "/desk/cases/{case}/ruling", for: .moderate, body: smallBody, again: RuleOnCase.again,
            RuleOnCase.answer),
        Route(
            .post, "/desk/cases/{case}/notes", for: .moderate, body: smallBody, again: NoteOnCase.again,
            NoteOnCase.answer),
        Route(
            .post, "/desk/cases/{case}/redactions", for: .moderate, body: smallBody, again: RedactComment.again,
            RedactComment.answer),
        Route(
            .post, "/desk/cases/{case}/reply", for: .moderate, body: commentBody, again: ReplyAsDesk.again,
            ReplyAsDesk.answer),
        Route(.post, "/desk/redactions/{redaction}/undo", for: .moderate, body: smallBody, RedactComment.undo),
        Route(.post, "/desk/rulings/{ruling}/undo", for: .moderate, body: smallBody, UndoRuling.answer),
    ]
}
