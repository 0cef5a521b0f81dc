import Database
import Foundation
import Newsroom

@testable import Storage

extension Transaction {
    /// Uploads a picture, finds it in every way, describes, replaces and withdraws it, and deletes its files.
    func useLibrary(_ place: FilledNewsroom) throws {
        let (story, staff) = (place.newsroom.story, place.newsroom.moderator)
        let id = try addPicture(.upload(), named: "bridge.jpg", by: staff, now: .noon)
        try setGallery([GalleryEntry(id, caption: "Here")], of: story)
        _ = try (picture(digest: "a"), libraryPicture(id), stories(showing: id, limit: 50), isStored(rendition: "b"))
        let filters = [
            PictureFilter(), PictureFilter(text: "bridge"), PictureFilter(text: "bridge noon", credit: "desk"),
            PictureFilter(from: .noon, until: .noon.later(86_400), use: .used),
        ]
        for filter in filters {
            let page = try libraryPictures(matching: filter, after: nil, limit: 1)
            _ = try libraryPictures(matching: filter, after: page.next, limit: 1)
        }
        try describe(id, as: .upload(caption: "A ferry."), from: 1, by: staff, now: .noon)
        try replaceFile(of: id, with: .upload(digest: "c", file: "c"), from: 2, by: staff, now: .noon)
        try withdrawPicture(id, because: "-", from: 3, by: staff, now: .noon)
        let files = try filesToDelete(limit: 10, now: .noon)
        try markDeleted(files.deleted + files.kept)
        _ = try (isGone(rendition: "c"), self.story(showingRendition: "c"))
        try run("UPDATE pictures SET is_indexed = 0 WHERE id = $1", id)
        try indexPictures()
        try useTerms(of: try addPicture(.upload(digest: "e", file: "e"), named: "e", by: staff, now: .noon), place)
    }

    private func useTerms(of id: Picture.ID, _ place: FilledNewsroom) throws {
        let gallery = [GalleryEntry(id)]
        _ = try (listedPicture(id), usedBefore(gallery, notCounting: nil), withConfirmedTerms(gallery))
        let terms = PictureTerms(isSingleUse: true, endsAt: .noon)
        try confirmTerms(terms, of: id, from: 1, by: place.newsroom.moderator, now: .noon)
        _ = try hasExpiredPictures(now: .noon)
        try removeExpiredPictures(now: .noon)
    }
}
