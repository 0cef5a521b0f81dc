import Darkroom
import Newsroom
import Pages

/// Files that are named after their content.
enum ServeFile {
    static func asset(_ exchange: Exchange) async throws -> Answer {
        guard let asset = Assets.all.first(where: { $0.name == exchange.path["name"] }) else { throw nothingHere }
        return Answer(type: asset.mediaType, body: asset.bytes).cached()
    }

    /// A rendition. Checks the form of the name before it touches a file or asks a store.
    static func picture(_ exchange: Exchange) async throws -> Answer {
        guard let name = exchange.path["name"], Darkroom.isRenditionName(name),
            let bytes = try await exchange.site.pictureStore.rendition(name)
        else { throw nothingHere }
        return Answer(type: name.hasSuffix(".webp") ? "image/webp" : "image/jpeg", body: bytes).cached()
    }

    private static let nothingHere = Refusal(.missing(.file))
}
