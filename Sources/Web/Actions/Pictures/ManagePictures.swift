import Database
import Foundation
import Markup
import Newsroom
import Operations
import Pages
import Storage

/// The library of pictures, and the page of one picture.
enum ManagePictures {
    private static let perPage = 24
    /// Stories that the page of a picture lists.
    private static let storiesListed = 50

    static func list(_ exchange: Exchange) async throws -> Answer {
        if let numbers = exchange.query["numbers"] { return try await list(numbers, exchange) }
        var draft: Draft?
        if let id = exchange.query["draft"].flatMap({ Draft.ID(path: $0) }) {
            draft = try await exchange.site.newspaper.draft(id, as: exchange.actor)
        }
        return .page(try await page(exchange, choosingFor: draft).html(in: exchange.site.context))
    }

    /// The library, with buttons that add pictures to a draft if there is one.
    static func page(_ exchange: Exchange, choosingFor draft: Draft?) async throws -> LibraryPage {
        let staff = try exchange.actor.staff(for: .write)
        let (query, time) = (exchange.query, exchange.site.context.time)
        let typed = TypedPictureFilter(
            text: query["text"] ?? "", credit: query["credit"] ?? "", from: query["from"] ?? "",
            until: query["until"] ?? "", use: query.word("use") ?? "", draft: draft?.id.description ?? "")
        let (filter, key) = (typed.filter(in: time), query["after"].flatMap { PageKey($0) })
        let pictures = try await exchange.read { tx in
            try tx.libraryPictures(matching: filter, after: key, limit: perPage)
        }
        var page = LibraryPage(staff: staff, pictures: pictures, typed: typed)
        page.draft = draft
        return page
    }

    /// The pictures with these numbers, such as `12-14`, for the list of a story's pictures.
    private static func list(_ numbers: String, _ exchange: Exchange) async throws -> Answer {
        let ids = numbers.split(separator: "-").prefix(DraftRules.mostNumbers).compactMap {
            Picture.ID(path: String($0))
        }
        let pictures = try await exchange.read { tx in try ids.compactMap { try tx.listedPicture($0) } }
        let page = LibraryPage(
            staff: try exchange.actor.staff(for: .write), pictures: PageOfResults(pictures), typed: TypedPictureFilter()
        )
        return .page(page.html(in: exchange.site.context))
    }

    static func one(_ exchange: Exchange) async throws -> Answer {
        .page(try await page(exchange).html(in: exchange.site.context))
    }

    static func describe(_ exchange: Exchange) async throws -> Answer {
        let id: Picture.ID = try exchange.identifier("picture")
        try exchange.form.requireText()
        try await exchange.site.newspaper.describePicture(
            id, as: exchange.form.pictureTexts, from: exchange.form.revision, as: exchange.actor)
        return .seeOther(Address.libraryPicture(id, saved: "texts"))
    }

    static func describeAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await page(exchange)
        page.typed = exchange.form.pictureTexts
        page.refusal = refusal
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    static func replace(_ exchange: Exchange) async throws -> Answer {
        let id: Picture.ID = try exchange.identifier("picture")
        do {
            var files = try UploadedFiles(exchange)
            guard try await files.next() != nil else { throw Refusal(.picture(.noFile)) }
            let file = try await files.receive()
            try await exchange.site.newspaper.replacePicture(
                id, with: file, from: files.fields.revision, as: exchange.actor)
        } catch {
            guard let refusal = exchange.site.refusal(for: error) else { throw error }
            var page = try await page(exchange)
            page.replacementRefusal = refusal
            return .refusing(refusal, page.html(in: exchange.site.context.refused))
        }
        return .seeOther(Address.libraryPicture(id, saved: "file"))
    }

    static func confirmTerms(_ exchange: Exchange) async throws -> Answer {
        let id: Picture.ID = try exchange.identifier("picture")
        let (form, time) = (exchange.form, exchange.site.context.time)
        let typed = (form["ends-at"] ?? "").trimmed
        // Where clocks show the time twice, the earlier one counts, so that no terms are exceeded.
        let end = typed.isEmpty ? nil : time.dates(local: typed)?.first
        if !typed.isEmpty, end == nil { throw Refusal(.draft(.noTime), field: "ends-at") }
        if let end, end <= exchange.site.clock.now, form.word("ended") != "yes" {
            throw Refusal(.picture(.endHasPassed), field: "ends-at")
        }
        let terms = PictureTerms(isSingleUse: form.word("single-use") == "yes", endsAt: end)
        try await exchange.site.newspaper.confirmTerms(terms, of: id, from: form.revision, as: exchange.actor)
        return .seeOther(Address.libraryPicture(id, saved: "terms"))
    }

    static func confirmTermsAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await page(exchange)
        page.typedEnd = exchange.form["ends-at"] ?? ""
        page.typedSingleUse = exchange.form.word("single-use") == "yes"
        page.termsRefusal = refusal
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    static func withdraw(_ exchange: Exchange) async throws -> Answer {
        let id: Picture.ID = try exchange.identifier("picture")
        try exchange.form.requireText()
        try await exchange.site.newspaper.withdrawPicture(
            id, because: exchange.form["reason"] ?? "", from: exchange.form.revision, as: exchange.actor)
        return .seeOther(Address.libraryPicture(id))
    }

    static func withdrawAgain(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await page(exchange)
        page.typedReason = exchange.form["reason"] ?? ""
        page.withdrawalRefusal = refusal
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }

    static func page(_ exchange: Exchange) async throws -> LibraryPicturePage {
        let staff = try exchange.actor.staff(for: .write)
        let id: Picture.ID = try exchange.identifier("picture")
        let (picture, stories) = try await exchange.read { tx in
            guard let picture = try tx.libraryPicture(id) else { throw Refusal(.missing(.picture)) }
            let stories =
                try picture.removal == nil
                ? tx.stories(showing: id, limit: storiesListed) : tx.stories(thatShowed: id, limit: storiesListed)
            return (picture, stories)
        }
        var page = LibraryPicturePage(staff: staff, picture: picture, stories: stories)
        page.saved = exchange.query["done"]
        return page
    }
}

extension Form {
    var revision: Int64 { word("revision").flatMap(Int64.init) ?? 0 }

    fileprivate var pictureTexts: PictureTexts {
        var texts = PictureTexts()
        texts.caption = self["caption"] ?? ""
        texts.alternativeText = self["alternative-text"] ?? ""
        texts.creator = self["creator"] ?? ""
        texts.credit = self["credit"] ?? ""
        texts.source = self["source"] ?? ""
        texts.copyright = self["copyright"] ?? ""
        texts.usageTerms = self["usage-terms"] ?? ""
        return texts
    }
}
