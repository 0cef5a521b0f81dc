import Newsroom
import Testing

@testable import Pages

@Suite("The changes of a version on its page", .timeLimit(.minutes(1)))
struct VersionChangesTests {
    private func page(
        _ newer: Version, from older: Version = Sample.version(), pictures: [Picture] = [],
        earlier: [Picture] = [], today: [Picture]? = nil, steps: [VersionStep]? = nil
    ) throws -> String {
        VersionPage(
            story: Sample.story(newer), version: newer, earlier: older, gallery: Gallery(pictures),
            earlierGallery: Gallery(earlier), currentGallery: today.map { Gallery($0) }, steps: steps
        ).html(in: try Sample.context()).shown
    }

    private func parts(_ html: String) -> [String] { html.matches(of: /<h3>([^<]*)<\/h3>/).map { String($0.1) } }

    @Test("Only the parts that differ are shown")
    func parts() throws {
        #expect(try parts(page(Sample.version(2))) == [])
        #expect(try page(Sample.version(2)).contains("No words changed."))
        let newer = Sample.version(
            2, headline: "Old ferry line returns to the strait", standfirst: nil, body: Sample.body + "\n\nMore.",
            dateline: Dateline(place: "WEST QUAY", agency: "Courier"), byline: "Writer Four", credits: [])
        let html = try page(newer)
        #expect(parts(html) == ["Headline", "Standfirst", "Dateline", "Byline", "Text", "Credits"])
        #expect(html.contains("added: </span>More.</ins>") && html.contains("Writer Three"))
    }

    @Test("Added, removed and moved pictures and changed captions are shown with small pictures")
    func pictures() throws {
        let older = [Sample.picture(1, caption: "Dawn at the pier"), Sample.picture(2), Sample.picture(3)]
        let newer = [Sample.picture(3), Sample.picture(1, caption: "Dusk at the pier"), Sample.picture(4)]
        let html = try page(Sample.version(2), pictures: newer, earlier: older)
        let list = try #require(html.firstMatch(of: /<h3>Pictures<\/h3>(?s:.*?)<\/section>/)).0
        for line in [
            "Moved: it was picture 1, and is picture 2 now", "Added as picture 3", "Removed: it was picture 2",
            "removed: </span>Dawn</del>", "added: </span>Dusk</ins>",
        ] {
            #expect(list.contains(line), "\(line)")
        }
        #expect(list.ranges(of: "<li>").count == 3 && list.ranges(of: "alt=\"A ferry\"").count == 3)
    }

    @Test("The page shows the version's pictures, with links to the pages of those that the story still has")
    func own() throws {
        let html = try page(
            Sample.version(2), pictures: [Sample.picture(1), Sample.picture(2)],
            earlier: [Sample.picture(1), Sample.picture(2)], today: [Sample.picture(2)])
        let list = try #require(html.firstMatch(of: /<h2 id="pictures">(?s:.*?)<\/section>/)).0
        #expect(list.contains("p1-320.jpeg") && list.contains("p2-320.jpeg"))
        #expect(list.matches(of: /href="([^"]*)"/).map { String($0.1).suffix(11) } == ["/pictures/1"])
        #expect(!parts(html).contains("Pictures"))
    }

    @Test("A picture in the text of an earlier version leads to its page only if it has one")
    func placed() throws {
        let newer = Sample.version(2, body: "One.\n\n![Ours](picture:31)\n\n![Theirs](picture:32)")
        let pictures = [Sample.picture(31), Sample.picture(32)]
        let html = try page(newer, pictures: pictures, earlier: pictures, today: [Sample.picture(32)])
        let text = try #require(html.firstMatch(of: /<h2 id="whole">(?s:.*?)<\/section>/)).0
        #expect(text.contains("Ours</p>") && text.contains("Theirs</p>"))
        #expect(text.ranges(of: "/pictures/1\"><picture>").count == 1 && !text.contains("/pictures/2\"><picture>"))
    }

    @Test("The act and its note stand above the changes, and so do those of all versions in between")
    func acts() throws {
        let note = VersionStep(version: 2, act: .correction, note: "It said \"nine\".", at: Sample.updated)
        let single = try page(Sample.version(2), steps: [note])
        #expect(single.contains("It said “nine”.</p>") && !single.contains("class=\"steps\""))
        let update = VersionStep(version: 3, act: .update, note: nil, at: Sample.updated)
        let several = try page(Sample.version(3), steps: [update, note])
        let list = try #require(several.firstMatch(of: /<ul class="steps">(?s:.*?)<\/ul>/)).0
        #expect(list.contains("Version 3</a>: Update, ") && list.contains("Version 2</a>: Correction, "))
        #expect(list.contains("It said “nine”."))
    }
}
