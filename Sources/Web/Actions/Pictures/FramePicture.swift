import Newsroom
import Operations
import Pages

/// The form for the focal point and the crops of a picture.
enum FramePicture {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let id: Picture.ID = try exchange.identifier("picture")
        try exchange.form.requireText()
        try await exchange.site.newspaper.framePicture(
            id, as: exchange.form.framing, from: exchange.form.revision, as: exchange.actor)
        return .seeOther(Address.libraryPicture(id, saved: "framing"))
    }

    static func again(_ exchange: Exchange, _ refusal: Refusal) async throws -> Answer {
        var page = try await ManagePictures.page(exchange)
        page.typedFraming = exchange.form.framing
        page.framingRefusal = refusal
        return .refusing(refusal, page.html(in: exchange.site.context.refused))
    }
}

extension Form {
    fileprivate var framing: TypedFraming {
        TypedFraming(numbers: Dictionary(uniqueKeysWithValues: TypedFraming.fields.map { ($0, self[$0] ?? "") }))
    }
}
