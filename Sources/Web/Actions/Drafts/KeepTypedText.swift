import Foundation
import HTTPTypes
import Newsroom
import Operations
import Pages

/// Keeps what somebody types until it is saved. The scripts of the page call the first two; the others work
/// without scripts.
enum KeepTypedText {
    /// Stores the fields as they are typed, also if a save would refuse them.
    static func autosave(_ exchange: Exchange) async throws -> Answer {
        try exchange.requireWriter()
        try exchange.form.requireText()
        guard exchange.form["headline"] != nil, exchange.form["body"] != nil else { throw Refusal(.request(.noForm)) }
        let (stamp, savedAt) = try await exchange.site.newspaper.autosaveDraft(
            try exchange.identifier("draft"), exchange.form.draft, from: exchange.form.draftStamp, as: exchange.actor)
        let context = exchange.site.context
        return try .json(
            Written(
                revision: stamp.revision, lease: stamp.lease, at: savedAt.milliseconds,
                state: context.words.saving.saved(context.clockTime(savedAt, near: savedAt))))
    }

    /// Takes the lease if it is free, so that colleagues see who is writing.
    static func open(_ exchange: Exchange) async throws -> Answer {
        try exchange.requireWriter()
        let stamp = try await exchange.site.newspaper.openDraft(
            try exchange.identifier("draft"), from: exchange.form.draftStamp, as: exchange.actor)
        return try .json(Written(revision: stamp.revision, lease: stamp.lease))
    }

    /// Names the reason for the refusal to the script.
    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        try .json(
            NotWritten(code: refusal.code.name, refusal: exchange.site.context.words.refusals.sentence(refusal)),
            status: refusal.kind.status)
    }

    /// The form with the text that was typed and not saved. If a colleague has saved since, the page shows both
    /// texts.
    static func form(_ exchange: Exchange) async throws -> Answer {
        let (newspaper, context) = (exchange.site.newspaper, exchange.site.context)
        let id: Draft.ID = try exchange.identifier("draft")
        let draft = try await newspaper.draft(id, as: exchange.actor)
        guard let kept = try await newspaper.autosave(of: id, as: exchange.actor) else {
            return .seeOther(Address.draft(id))
        }
        let page =
            kept.revision == draft.revision
            ? try await WriteDraft.page(exchange, draft, kept.typed)
            : try await DraftConflictPage.page(exchange, draft, kept.typed, from: kept.revision, nil)
        return .page(page.html(in: context))
    }

    /// Deletes the text that the page offered.
    static func discard(_ exchange: Exchange) async throws -> Answer {
        let id: Draft.ID = try exchange.identifier("draft")
        if let time = exchange.form.word("saved-at").flatMap(Int64.init) {
            try await exchange.site.newspaper.discardAutosave(
                of: id, savedAt: Date(milliseconds: time), as: exchange.actor)
        }
        return .seeOther(Address.draft(id))
    }

    /// Shows the typed and the stored text, both changes merged if they do not overlap. Saves nothing.
    static func compare(_ exchange: Exchange) async throws -> Answer {
        try exchange.requireWriter()
        try exchange.form.requireText()
        let draft = try await exchange.site.newspaper.draft(try exchange.identifier("draft"), as: exchange.actor)
        return .page(try await DraftConflictPage.page(exchange, draft, nil).html(in: exchange.site.context))
    }
}

/// The stamp for the next write, and when the text was stored.
private struct Written: Encodable {
    let revision: Int64
    let lease: Int64
    var at: Int64?
    var state: String?
}

private struct NotWritten: Encodable {
    let code: String
    let refusal: String
}

extension Answer {
    fileprivate static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Answer {
        Answer(status, type: "application/json; charset=utf-8", body: Array(try JSONEncoder().encode(value)))
    }
}
