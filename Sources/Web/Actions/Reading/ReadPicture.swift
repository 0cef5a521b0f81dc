import Database
import Newsroom
import Pages
import Storage

/// One picture of a gallery, on its own page.
enum ReadPicture {
    static func answer(_ exchange: Exchange) async throws -> Answer {
        let (story, gallery, place) = try await exchange.read { tx in
            let story = try exchange.story(in: tx)
            let gallery = try tx.gallery(of: story.id)
            guard let place = Identifier<Picture>(path: exchange.path["place"] ?? "").map({ Int($0.number) }),
                gallery.picture(at: place) != nil
            else { throw Refusal(.missing(.picture)) }
            return (story, gallery, place)
        }
        let page = PicturePage(
            story: story.reference, gallery: gallery, place: place)
        return Answer.page(page.html(in: exchange.site.context)).cached(for: .story(story.id))
    }
}
