import Darkroom
import Newsroom
import Pages
import Storage

/// Files that are named after their content.
enum ServeFile {
    static func asset(_ exchange: Exchange) async throws -> Answer {
        guard let asset = Assets.all.first(where: { $0.name == exchange.path["name"] }) else { throw nothingHere }
        return Answer(type: asset.mediaType, body: asset.bytes).cached()
    }

    static func favicon(_ exchange: Exchange) async throws -> Answer {
        Answer(type: Assets.favicon.mediaType, body: Assets.favicon.bytes).cached()
    }

    /// A rendition of a picture that a published story shows, cached as long as the story shows it.
    static func picture(_ exchange: Exchange) async throws -> Answer {
        let (name, format) = try rendition(exchange)
        let story = try await exchange.read { tx in
            if let story = try tx.story(showingRendition: name) { return story }
            throw try tx.isGone(rendition: name) ? Refusal(.picture(.removed)) : nothingHere
        }
        return try await file(name, format, exchange).cached(for: .story(story))
    }

    /// Any rendition, for staff who write. A draft may show pictures that readers do not see yet.
    /// Only editors know of items under an embargo.
    static func unpublishedPicture(_ exchange: Exchange) async throws -> Answer {
        let ((name, format), isEditor) = (try rendition(exchange), exchange.actor.may(.publish))
        guard try await exchange.read({ tx in try isEditor || tx.isStored(rendition: name) }) else { throw nothingHere }
        return try await file(name, format, exchange)
    }

    /// Checks the form of the name before anything asks the database or the store.
    private static func rendition(_ exchange: Exchange) throws -> (name: String, Rendition.Format) {
        guard let name = exchange.path["name"], let format = Darkroom.format(ofRendition: name) else {
            throw nothingHere
        }
        return (name, format)
    }

    private static func file(
        _ name: String, _ format: Rendition.Format, _ exchange: Exchange
    ) async throws -> Answer {
        guard let bytes = try await exchange.site.pictureStore.rendition(name) else { throw nothingHere }
        return Answer(type: format.mediaType, body: bytes)
    }

    private static let nothingHere = Refusal(.missing(.file))
}
