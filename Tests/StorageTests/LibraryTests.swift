import Database
import Foundation
import Newsroom
import TestSupport
import Testing

@testable import Storage

@Suite("The library of pictures", .timeLimit(.minutes(5)))
struct LibraryTests {
    @Test("Pictures are listed page by page, the newest first", arguments: TestedEngine.allCases)
    func paging(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var all: [Picture.ID] = []
        for number in 1...5 { all.append(try await newsroom.upload(.upload(digest: "\(number)", file: "\(number)"))) }
        all.reverse()
        for filter in [PictureFilter(), PictureFilter(text: "bridge"), PictureFilter(text: "a bridge", use: .unused)] {
            var (found, key): ([Picture.ID], PageKey?) = ([], nil)
            repeat {
                let page = try await newsroom.database.read { [key] tx in
                    try tx.libraryPictures(matching: filter, after: key, limit: 2)
                }
                #expect(page.elements.count == min(2, 5 - found.count))
                found += page.elements.map(\.id)
                key = page.next
            } while key != nil
            #expect(found == all)
        }
        #expect(try await newsroom.found(PictureFilter(text: "ferry")) == [])
    }

    @Test(
        "A search ignores accents, case and width, and finds words of all texts and the number",
        arguments: TestedEngine.allCases)
    func words(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let bridge = try await newsroom.upload(
            .upload(
                digest: "1", caption: "Die Brücke über die Themse, 橋と川", credit: "Zoë Doe/Handout via Agentur",
                alternativeText: "Two arches"))
        let ferry = try await newsroom.upload(.upload(digest: "2", caption: "The ferry. Agentur Doe", file: "c"))
        for text in [
            "BRUCKE", "themse brücke", "ｂｒｕｃｋｅ", "über", "arches", "橋", "川 橋", "zoe", "Zoë agentur", "\(bridge)",
        ] {
            #expect(try await newsroom.found(PictureFilter(text: text)) == [bridge], "\(text)")
        }
        for text in ["bruck", "ferry brücke", "東"] {
            #expect(try await newsroom.found(PictureFilter(text: text)) == [], "\(text)")
        }
        #expect(try await newsroom.found(PictureFilter(text: "doe")) == [ferry, bridge])
        #expect(try await newsroom.found(PictureFilter(credit: "doe")) == [bridge])
        #expect(try await newsroom.found(PictureFilter(credit: "agentur")) == [bridge])
        #expect(try await newsroom.found(PictureFilter(text: "ferry", credit: "picture desk")) == [ferry])
        #expect(try await newsroom.found(PictureFilter(text: "brücke", credit: "themse")) == [])
        #expect(try await newsroom.found(PictureFilter(text: "...", credit: "!")) == [ferry, bridge])
    }

    @Test(
        "The list is narrowed to days, and to pictures that are used, unused or removed",
        arguments: TestedEngine.allCases)
    func narrowed(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        var ids: [Picture.ID] = []
        for day in [0, 1, 2, 3] as [Double] {
            ids.append(
                try await newsroom.upload(.upload(digest: "\(day)", file: "\(day)"), at: .noon.later(day * 86_400)))
        }
        func found(_ from: Double?, _ until: Double?) async throws -> [Picture.ID] {
            let filter = PictureFilter(
                from: from.map { Date.noon.later($0 * 86_400) }, until: until.map { Date.noon.later($0 * 86_400) })
            return try await newsroom.found(filter)
        }
        #expect(try await found(1, nil) == [ids[3], ids[2], ids[1]])
        #expect(try await found(nil, 1) == [ids[0]])
        #expect(try await found(0.5, 2.5) == [ids[2], ids[1]])
        #expect(try await found(1.5, 1.7) == [])
        #expect(try await found(9, nil) == [])
        #expect(try await found(nil, -1) == [])
        let (story, staff) = (newsroom.story, newsroom.moderator)
        try await newsroom.database.write { [ids] tx in
            try tx.setGallery([GalleryEntry(ids[0]), GalleryEntry(ids[1])], of: story)
            try tx.withdrawPicture(ids[1], because: "-", from: 1, by: staff, now: .noon)
        }
        #expect(try await newsroom.found(PictureFilter(use: .used)) == [ids[0]])
        #expect(try await newsroom.found(PictureFilter(use: .unused)) == [ids[3], ids[2]])
        #expect(try await newsroom.found(PictureFilter(use: .removed)) == [ids[1]])
        #expect(try await newsroom.found(PictureFilter(text: "bridge", use: .used)) == [ids[0]])
    }

    @Test("A changed text is found, and the text before it no longer", arguments: TestedEngine.allCases)
    func described(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (id, staff) = (try await newsroom.upload(.upload()), newsroom.moderator)
        let now = Date.noon
        try await newsroom.database.write { tx in
            let new = DevelopedPicture.upload(caption: "A kettle.", credit: "Somebody/Else", file: "new")
            try tx.describe(id, as: new, from: 1, by: staff, now: now)
        }
        #expect(try await newsroom.found(PictureFilter(text: "bridge")) == [])
        #expect(try await newsroom.found(PictureFilter(credit: "picture")) == [])
        #expect(try await newsroom.found(PictureFilter(text: "kettle", credit: "else")) == [id])
        let picture = try await newsroom.picture(id)
        #expect(picture.revision == 2 && picture.picture.caption == "A kettle.")
        #expect(picture.picture.renditions.map(\.name) == ["new", "new.webp"])
        let refusal = await #expect(throws: Refusal.self) {
            try await newsroom.database.write { tx in
                try tx.describe(id, as: .upload(caption: "A ferry."), from: 1, by: staff, now: now)
            }
        }
        #expect(refusal?.code == .picture(.changedMeanwhile))
        #expect(try await newsroom.picture(id) == picture)
        try await newsroom.expectSound()
    }

    @Test("Pictures that are older than the index are indexed in parts by a job", arguments: TestedEngine.allCases)
    func olderThanIndex(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        try await newsroom.database.write { tx in
            for number in 1...201 {
                try tx.run(
                    """
                    INSERT INTO pictures (digest, caption, alternative_text, chain, is_handout)
                    VALUES ($1, 'An old bridge', '', '', 0)
                    """, "\(number)")
            }
        }
        #expect(try await newsroom.found(PictureFilter(text: "bridge")) == [])
        var rounds = 0
        while try await newsroom.isDue(.indexPictures) {
            try await newsroom.database.write { tx in try tx.indexPictures() }
            rounds += 1
        }
        #expect(rounds == 2)
        #expect(try await newsroom.found(PictureFilter(text: "bridge"), limit: 300).count == 201)
    }

    @Test(
        "A gallery may have captions of its own, and other galleries show those of the library",
        arguments: TestedEngine.allCases)
    func captions(_ engine: TestedEngine) async throws {
        let newsroom = try await engine.newsroom()
        let (first, second) = (
            try await newsroom.upload(.upload()),
            try await newsroom.upload(.upload(digest: "2", caption: "A ferry.", file: "c"))
        )
        let entries = [
            GalleryEntry(second), GalleryEntry(first, caption: "Before the fire."), GalleryEntry(first, caption: ""),
        ]
        let story = newsroom.story
        let (gallery, stored, other) = try await newsroom.database.write { tx in
            let other = try tx.publish(.test(guid: "two", version: 1), opening: "").story
            try tx.setGallery(Array(entries.prefix(2)), of: story)
            try tx.setGallery([entries[2]], of: other)
            let before = try tx.latestChange()
            try tx.setGallery(Array(entries.prefix(2)), of: story)
            #expect(try tx.latestChange() == before)
            return (try tx.gallery(of: story), try tx.galleryEntries(of: story), try tx.gallery(of: other))
        }
        #expect(gallery.pictures.map(\.caption) == ["A ferry.", "Before the fire."])
        #expect(gallery.pictures.map(\.id) == [second, first] && stored == Array(entries.prefix(2)))
        #expect(other.pictures.map(\.caption) == [""])
        #expect(try await newsroom.picture(first).picture.caption == "A bridge.")
        #expect(try await newsroom.picture(first).uses == 2)
    }
}

extension TestNewsroom {
    func upload(_ developed: DevelopedPicture, at now: Date = .noon) async throws -> Picture.ID {
        let staff = moderator
        return try await database.write { tx in
            try tx.addPicture(developed, named: "picture.jpg", by: staff, now: now)
        }
    }

    func found(_ filter: PictureFilter, limit: Int = 24) async throws -> [Picture.ID] {
        try await database.read { tx in
            try tx.libraryPictures(matching: filter, after: nil, limit: limit).elements.map(\.id)
        }
    }

    func picture(_ id: Picture.ID) async throws -> LibraryPicture {
        try #require(try await database.read { tx in try tx.libraryPicture(id) })
    }

    func isDue(_ kind: Job.Kind, at now: Date = .noon) async throws -> Bool {
        try await database.read { tx in try tx.dueRecurringJobs(closing: .never, now: now).contains(kind) }
    }
}
